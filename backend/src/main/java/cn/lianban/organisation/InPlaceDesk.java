package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.BATCH;
import static cn.lianban.db.organisation.Tables.BATCH_UNIT;
import static cn.lianban.db.organisation.Tables.PROOF;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.organisation.tables.records.BatchUnitRecord;
import cn.lianban.db.organisation.tables.records.ProofRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Batches and proofs of 两集中两到位, kept by the district's administrator. */
@Component
class InPlaceDesk {
  private static final int MOST_UNITS = 200;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Units units;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  InPlaceDesk(
      DSLContext sql, TenantScope scope, Units units, Posts posts, Once once, AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.units = units;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  boolean viewerCanEdit() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  /**
   * @throws Rejected OUT_OF_RANGE at number, NUMBER_TAKEN, REQUIRED, NOT_FOUND, NOT_A_DEPARTMENT
   */
  void createBatch(UnitChanges.Call call, int number, String name, List<Integer> unitIds) {
    posts.require(Role.DISTRICT_ADMIN);
    if (number < 1 || number > 99) {
      throw new Rejected("OUT_OF_RANGE", "number", "批次须在 1 至 99 之间");
    }
    String wanted = Names.checked(name, "name");
    once.run(
        call.key(),
        call.input(),
        () -> {
          Long id =
              sql.insertInto(BATCH)
                  .set(BATCH.DISTRICT_ID, scope.district())
                  .set(BATCH.NUMBER, number)
                  .set(BATCH.NAME, wanted)
                  .onConflictDoNothing()
                  .returning(BATCH.ID)
                  .fetchOne(BATCH.ID);
          if (id == null) {
            throw new Rejected("NUMBER_TAKEN", "number", "该批次已存在");
          }
          fill(id, unitIds);
          audit.record("inPlace.batchCreate", "batch:" + id, Map.of("units", unitIds.size()));
          return id;
        });
  }

  /**
   * @throws Rejected VERSION_CONFLICT, also when there is no such batch, and as of creating
   */
  void changeBatch(
      UnitChanges.Call call, long id, int expectedVersion, String name, List<Integer> unitIds) {
    posts.require(Role.DISTRICT_ADMIN);
    String wanted = Names.checked(name, "name");
    once.run(
        call.key(),
        call.input(),
        () -> {
          int changed =
              sql.update(BATCH)
                  .set(BATCH.NAME, wanted)
                  .set(BATCH.VERSION, BATCH.VERSION.plus(1))
                  .where(BATCH.DISTRICT_ID.eq(scope.district()), BATCH.ID.eq(id))
                  .and(BATCH.VERSION.eq(expectedVersion))
                  .execute();
          if (changed == 0) {
            throw conflict();
          }
          fill(id, unitIds);
          audit.record("inPlace.batchChange", "batch:" + id, Map.of("units", unitIds.size()));
          return id;
        });
  }

  private void fill(long batch, List<Integer> unitIds) {
    Set<Integer> wanted = new LinkedHashSet<>(unitIds);
    if (wanted.size() > MOST_UNITS) {
      throw new Rejected("OUT_OF_RANGE", "unitIds", "最多 " + MOST_UNITS + " 个部门");
    }
    Map<Integer, Unit> found = units.byIds(wanted);
    for (int unit : wanted) {
      Unit known = found.get(unit);
      if (known == null) {
        throw new Rejected("NOT_FOUND", "unitIds", "没有找到该部门");
      }
      if (known.kind() != UnitKind.DEPARTMENT) {
        throw new Rejected("NOT_A_DEPARTMENT", "unitIds", "只有部门列入批次：" + known.name());
      }
    }
    leaveOthers(batch, wanted);
    sql.deleteFrom(BATCH_UNIT)
        .where(BATCH_UNIT.DISTRICT_ID.eq(scope.district()), BATCH_UNIT.BATCH_ID.eq(batch))
        .execute();
    for (int unit : wanted) {
      sql.insertInto(BATCH_UNIT)
          .set(new BatchUnitRecord(scope.district(), unit, batch))
          .onConflict(BATCH_UNIT.DISTRICT_ID, BATCH_UNIT.UNIT_ID)
          .doUpdate()
          .set(BATCH_UNIT.BATCH_ID, batch)
          .execute();
    }
  }

  /**
   * Whoever has another batch open, from which a department is taken now, is told when he saves.
   */
  private void leaveOthers(long batch, Set<Integer> wanted) {
    sql.update(BATCH)
        .set(BATCH.VERSION, BATCH.VERSION.plus(1))
        .where(BATCH.DISTRICT_ID.eq(scope.district()), BATCH.ID.ne(batch))
        .and(
            BATCH.ID.in(
                sql.select(BATCH_UNIT.BATCH_ID)
                    .from(BATCH_UNIT)
                    .where(BATCH_UNIT.DISTRICT_ID.eq(scope.district()))
                    .and(Among.these(BATCH_UNIT.UNIT_ID, wanted))))
        .execute();
  }

  /**
   * @param wanted its version: null for a proof nothing was entered for
   * @throws Rejected NOT_FOUND, UNIT_CLOSED, REQUIRED at documentNo or documentDate, TOO_LONG,
   *     VERSION_CONFLICT
   */
  void setProof(UnitChanges.Call call, int unitId, InPlace.Proof wanted) {
    posts.require(Role.DISTRICT_ADMIN);
    String number = Names.optional(wanted.documentNo(), 300, "documentNo");
    if (wanted.holds() && number.isEmpty()) {
      throw new Rejected("REQUIRED", "documentNo", "须有文件依据");
    }
    if (wanted.holds() && wanted.documentDate() == null) {
      throw new Rejected("REQUIRED", "documentDate", "须填写文件日期");
    }
    once.run(
        call.key(),
        call.input(),
        () -> {
          Unit unit =
              units.find(unitId).orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "没有找到该部门"));
          if (!unit.open()) {
            throw new Rejected("UNIT_CLOSED", "unitId", "该单位已撤并");
          }
          ProofRecord row = row(unitId, wanted);
          row.setHolds(wanted.holds());
          row.setDocumentNo(number);
          row.setDocumentDate(wanted.documentDate());
          row.setNote(Names.optional(wanted.note(), 1000, "note"));
          row.store();
          audit.record(
              "inPlace.proofSet",
              "unit:" + unitId,
              Map.of("kind", wanted.kind().name(), "holds", wanted.holds()));
          return unitId;
        });
  }

  private ProofRecord row(int unitId, InPlace.Proof wanted) {
    ProofRecord row =
        sql.selectFrom(PROOF)
            .where(PROOF.DISTRICT_ID.eq(scope.district()), PROOF.UNIT_ID.eq(unitId))
            .and(PROOF.KIND.eq(wanted.kind().name()))
            .forNoKeyUpdate()
            .fetchOne();
    @Nullable Integer version = row == null ? null : row.getVersion();
    if (!Objects.equals(version, wanted.version())) {
      throw conflict();
    }
    if (row == null) {
      row = sql.newRecord(PROOF);
      row.setDistrictId(scope.district());
      row.setUnitId(unitId);
      row.setKind(wanted.kind().name());
      row.setVersion(0);
    } else {
      row.setVersion(row.getVersion() + 1);
    }
    return row;
  }

  private static Rejected conflict() {
    return new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
  }
}
