package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.RUNG;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.RungRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is still to fire for a clock. A rung fires once per clock, generation and kind. */
@Component
class Rungs {
  private final DSLContext sql;

  Rungs(DSLContext sql) {
    this.sql = sql;
  }

  /** The cause of a rung's event; every suspension has an overrun of its own. */
  static String cause(String kind, @Nullable Long suspensionId) {
    return suspensionId == null ? kind : kind + ":" + suspensionId;
  }

  void remove(DutyRecord row) {
    remove(row.getDistrictId(), List.of(row.getId()));
  }

  /** A new clock's rungs: nothing of it has fired yet. */
  void first(DutyRecord row) {
    sql.batchInsert(planned(row, null)).execute();
  }

  /**
   * Replaces a clock's rungs after its dates changed; what has fired in this generation stays
   * fired.
   *
   * @param pause the open suspension, null while the clock runs
   */
  void replace(DutyRecord row, @Nullable SuspensionRecord pause) {
    remove(row);
    List<RungRecord> planned = planned(row, pause);
    if (!planned.isEmpty()) {
      Set<String> fired = fired(row.getDistrictId(), Map.of(row.getId(), row.getGeneration()));
      planned.removeIf(r -> fired.contains(key(r)));
      sql.batchInsert(planned).execute();
    }
  }

  /** As {@link #replace(DutyRecord, SuspensionRecord)} for running clocks: three statements. */
  void replaceAll(Collection<DutyRecord> rows) {
    int district = rows.iterator().next().getDistrictId();
    remove(district, rows.stream().map(DutyRecord::getId).toList());
    Set<String> fired =
        fired(
            district,
            rows.stream().collect(Collectors.toMap(DutyRecord::getId, DutyRecord::getGeneration)));
    sql.batchInsert(
            rows.stream()
                .flatMap(row -> planned(row, null).stream())
                .filter(r -> !fired.contains(key(r)))
                .toList())
        .execute();
  }

  private void remove(int district, List<Long> dutyIds) {
    sql.deleteFrom(RUNG).where(RUNG.DISTRICT_ID.eq(district), RUNG.DUTY_ID.in(dutyIds)).execute();
  }

  private Set<String> fired(int district, Map<Long, Integer> generations) {
    return sql
        .select(EVENT.DUTY_ID, EVENT.GENERATION, EVENT.CAUSE)
        .from(EVENT)
        .where(EVENT.DISTRICT_ID.eq(district), EVENT.DUTY_ID.in(generations.keySet()))
        .and(EVENT.KIND.eq(ClockEventKind.RUNG.name()))
        .fetch()
        .stream()
        .filter(e -> e.value2().equals(generations.get(e.value1())))
        .map(e -> e.value1() + " " + e.value3())
        .collect(Collectors.toSet());
  }

  private static String key(RungRecord rung) {
    return rung.getDutyId() + " " + rung.getKind();
  }

  static List<RungRecord> planned(DutyRecord row, @Nullable SuspensionRecord pause) {
    List<RungRecord> rungs = new ArrayList<>();
    if (row.getTest()) {
      return rungs;
    }
    add(rungs, row, RungKind.YELLOW, row.getYellowAt());
    add(rungs, row, RungKind.RED, row.getRedAt());
    add(rungs, row, RungKind.DARK, row.getDarkAt());
    if (pause != null) {
      add(rungs, row, RungKind.SUSPENSION_OVERRUN, pause.getExpectedUntil());
    }
    return rungs;
  }

  private static void add(
      List<RungRecord> rungs, DutyRecord row, RungKind kind, @Nullable Instant at) {
    if (at == null) {
      return;
    }
    RungRecord rung = new RungRecord();
    rung.setDistrictId(row.getDistrictId());
    rung.setSubDistrictId(row.getSubDistrictId());
    rung.setAtDistrict(row.getAtDistrict());
    rung.setDutyId(row.getId());
    rung.setGeneration(row.getGeneration());
    rung.setKind(kind.name());
    rung.setFireAt(at);
    rungs.add(rung);
  }
}
