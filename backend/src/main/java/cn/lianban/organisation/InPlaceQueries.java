package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.BATCH;
import static cn.lianban.db.organisation.Tables.BATCH_UNIT;
import static cn.lianban.db.organisation.Tables.PROOF;

import cn.lianban.db.organisation.tables.records.ProofRecord;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads batches, departments, proofs and their papers: six statements, whatever their number. */
@Component
class InPlaceQueries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Units units;
  private final Lineage lineage;
  private final InPlacePapers papers;

  InPlaceQueries(
      DSLContext sql, TenantScope scope, Units units, Lineage lineage, InPlacePapers papers) {
    this.sql = sql;
    this.scope = scope;
    this.units = units;
    this.lineage = lineage;
    this.papers = papers;
  }

  InPlace all() {
    int district = scope.district();
    Map<Integer, Unit> every =
        units.withClosed().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    Map<Integer, List<InPlace.Proof>> proofs =
        sql.selectFrom(PROOF)
            .where(PROOF.DISTRICT_ID.eq(district))
            .fetchGroups(PROOF.UNIT_ID, InPlaceQueries::proof);
    Map<Integer, Long> batchOf =
        sql.selectFrom(BATCH_UNIT)
            .where(BATCH_UNIT.DISTRICT_ID.eq(district))
            .fetchMap(BATCH_UNIT.UNIT_ID, BATCH_UNIT.BATCH_ID);
    Map<Integer, Integer> heirs = lineage.heirs();
    List<Unit> byName =
        every.values().stream().sorted(java.util.Comparator.comparing(Unit::name)).toList();
    List<InPlace.Batch> batches =
        sql.selectFrom(BATCH)
            .where(BATCH.DISTRICT_ID.eq(district))
            .orderBy(BATCH.NUMBER)
            .fetch(
                row ->
                    new InPlace.Batch(
                        row.getId(),
                        row.getNumber(),
                        row.getName(),
                        byName.stream()
                            .filter(unit -> Objects.equals(batchOf.get(unit.id()), row.getId()))
                            .map(
                                unit ->
                                    InPlace.Department.of(
                                        unit,
                                        every.get(heirs.getOrDefault(unit.id(), 0)),
                                        proofs.getOrDefault(unit.id(), List.of())))
                            .toList(),
                        row.getVersion()));
    return new InPlace(
        batches,
        byName.stream().filter(unit -> waits(unit) && !batchOf.containsKey(unit.id())).toList(),
        papers.of(batchOf.keySet()));
  }

  private static boolean waits(Unit unit) {
    return unit.open() && unit.kind() == UnitKind.DEPARTMENT;
  }

  private static InPlace.Proof proof(ProofRecord row) {
    return new InPlace.Proof(
        InPlace.Kind.valueOf(row.getKind()),
        row.getHolds(),
        row.getDocumentNo(),
        row.getDocumentDate(),
        row.getNote(),
        row.getVersion());
  }
}
