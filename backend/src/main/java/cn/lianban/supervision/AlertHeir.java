package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.organisation.Estate;
import cn.lianban.organisation.Heir;
import cn.lianban.organisation.Succession;
import cn.lianban.supervision.Alert.State;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Alerts that a unit which is merged or split still has to answer, or may get back from
 * supervision: the successor answers. Their clocks go over, and are counted, with the other duties.
 */
@Component
class AlertHeir implements Heir {
  private static final List<String> NOT_OVER =
      List.of(State.OPEN.name(), State.ANSWERED.name(), State.APPEALED.name());
  private static final int BATCH = 1_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Cases cases;

  AlertHeir(DSLContext sql, TenantScope scope, Cases cases) {
    this.sql = sql;
    this.scope = scope;
    this.cases = cases;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.DUTIES;
  }

  @Override
  public int count(Succession succession) {
    return 0;
  }

  @Override
  public int handOn(Succession succession) {
    long after = 0;
    List<Record2<Long, Long>> batch = batch(succession, after);
    while (!batch.isEmpty()) {
      List<Long> ids = named(batch, succession.itemIds());
      if (!ids.isEmpty()) {
        sql.update(ALERT)
            .set(ALERT.UNIT_ID, succession.toUnitId())
            .set(ALERT.VERSION, ALERT.VERSION.plus(1))
            .where(ALERT.DISTRICT_ID.eq(scope.district()), Among.these(ALERT.ID, ids))
            .execute();
      }
      after = batch.getLast().value1();
      batch = batch(succession, after);
    }
    return 0;
  }

  private List<Record2<Long, Long>> batch(Succession succession, long after) {
    return sql.select(ALERT.ID, ALERT.CASE_ID)
        .from(ALERT)
        .where(ALERT.DISTRICT_ID.eq(scope.district()))
        .and(ALERT.UNIT_ID.eq(succession.fromUnitId()))
        .and(Among.these(ALERT.STATE, NOT_OVER))
        .and(ALERT.ID.gt(after))
        .orderBy(ALERT.ID)
        .limit(BATCH)
        .fetch();
  }

  /** When items alone go over: the alerts of their cases. */
  private List<Long> named(List<Record2<Long, Long>> batch, @Nullable Set<Long> items) {
    Map<Long, CaseFile> files =
        items == null
            ? Map.of()
            : cases.byIds(batch.stream().map(Record2::value2).distinct().toList());
    return batch.stream()
        .filter(
            row -> {
              CaseFile file = files.get(row.value2());
              return items == null || file != null && items.contains(file.itemId());
            })
        .map(Record2::value1)
        .toList();
  }
}
