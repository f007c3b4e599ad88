package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.UNIT_CHANGE;
import static cn.lianban.db.organisation.Tables.UNIT_CHANGE_PART;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads changes of the organisation with their parts: one statement. */
@Component
class ChangeQueries {
  private static final Field<List<UnitChange.Part>> PARTS =
      DSL.multiset(
              DSL.selectFrom(UNIT_CHANGE_PART)
                  .where(UNIT_CHANGE_PART.DISTRICT_ID.eq(UNIT_CHANGE.DISTRICT_ID))
                  .and(UNIT_CHANGE_PART.CHANGE_ID.eq(UNIT_CHANGE.ID))
                  .orderBy(UNIT_CHANGE_PART.SEQ))
          .convertFrom(rows -> rows.map(ChangeQueries::part));
  private final DSLContext sql;
  private final TenantScope scope;

  ChangeQueries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  Optional<UnitChange> find(long id) {
    return fetch(UNIT_CHANGE.ID.eq(id), 1).stream().findFirst();
  }

  /** The newest entry first. */
  Page<UnitChange> page(int first, @Nullable String after) {
    int size = Page.size(first);
    Condition beyond =
        after == null
            ? DSL.noCondition()
            : UNIT_CHANGE.ID.lt(number(Cursor.parse(after, 1).getFirst()));
    return Page.of(fetch(beyond, size + 1), size, change -> Cursor.of(change.id()));
  }

  private static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException malformed) {
      throw cn.lianban.graphql.Problem.badInput("after", "翻页位置无效");
    }
  }

  /** Planned ones whose day has come, the earliest first. */
  List<Long> due(LocalDate today) {
    return sql.select(UNIT_CHANGE.ID)
        .from(UNIT_CHANGE)
        .where(UNIT_CHANGE.DISTRICT_ID.eq(scope.district()))
        .and(UNIT_CHANGE.EFFECTIVE_ON.le(today))
        .and(UNIT_CHANGE.DONE_AT.isNull())
        .and(UNIT_CHANGE.CANCELLED_AT.isNull())
        .orderBy(UNIT_CHANGE.EFFECTIVE_ON, UNIT_CHANGE.ID)
        .fetch(UNIT_CHANGE.ID);
  }

  /** By unit, the newest first: what it came out of, went into or was renamed by. */
  Map<Integer, List<UnitChange>> ofUnits(Set<Integer> unitIds) {
    Condition about =
        DSL.exists(
            DSL.selectOne()
                .from(UNIT_CHANGE_PART)
                .where(UNIT_CHANGE_PART.DISTRICT_ID.eq(UNIT_CHANGE.DISTRICT_ID))
                .and(UNIT_CHANGE_PART.CHANGE_ID.eq(UNIT_CHANGE.ID))
                .and(
                    Among.these(UNIT_CHANGE_PART.FROM_UNIT_ID, unitIds)
                        .or(Among.these(UNIT_CHANGE_PART.TO_UNIT_ID, unitIds))));
    Map<Integer, List<UnitChange>> byUnit = new HashMap<>();
    for (UnitChange change : fetch(about, Integer.MAX_VALUE)) {
      for (Integer unit : touched(change)) {
        byUnit.computeIfAbsent(unit, id -> new ArrayList<>()).add(change);
      }
    }
    return byUnit;
  }

  private static Collection<Integer> touched(UnitChange change) {
    Set<Integer> units = new java.util.HashSet<>();
    for (UnitChange.Part part : change.parts()) {
      units.add(part.fromUnitId());
      Integer to = part.toUnitId();
      if (to != null) {
        units.add(to);
      }
    }
    return units;
  }

  private List<UnitChange> fetch(Condition which, int most) {
    return sql.select(UNIT_CHANGE.fields())
        .select(PARTS)
        .from(UNIT_CHANGE)
        .where(UNIT_CHANGE.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(UNIT_CHANGE.ID.desc())
        .limit(most)
        .fetch(ChangeQueries::change);
  }

  private static UnitChange change(Record row) {
    return new UnitChange(
        row.get(UNIT_CHANGE.ID),
        UnitChange.Kind.valueOf(row.get(UNIT_CHANGE.KIND)),
        row.get(UNIT_CHANGE.EFFECTIVE_ON),
        row.get(UNIT_CHANGE.PAPER),
        row.get(UNIT_CHANGE.DONE_AT),
        row.get(UNIT_CHANGE.CANCELLED_AT),
        row.get(PARTS),
        row.get(UNIT_CHANGE.VERSION));
  }

  private static UnitChange.Part part(
      cn.lianban.db.organisation.tables.records.UnitChangePartRecord row) {
    Long[] items = row.getItems();
    return new UnitChange.Part(
        row.getSeq(),
        row.getFromUnitId(),
        row.getToUnitId(),
        row.getOldName(),
        row.getNewName(),
        row.getMain(),
        row.getEnds(),
        items == null ? null : List.of(items),
        new Estate(
            row.getPosts(), row.getPoints(), row.getMovedItems(), row.getCases(), row.getDuties()));
  }
}
