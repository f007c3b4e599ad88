package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_APPLIED;
import static cn.lianban.db.clock.Tables.NATIONAL_CHANGE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.db.clock.tables.records.NationalAppliedRecord;
import cn.lianban.db.clock.tables.records.NationalChangeRecord;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * After a notice is published: moves the running clocks of every district that cross its days, each
 * batch in a transaction of its own. How far it came is kept, so that a stopped job goes on there.
 */
@Component
class NationalRecomputation {
  private static final Logger log = LoggerFactory.getLogger(NationalRecomputation.class);
  private static final String ACTOR = "job:calendar";
  private static final int GIVE_UP = 3;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final Calendars calendars;
  private final Recomputation recomputation;
  private final AuditTrail audit;
  private final Now now;
  private volatile long doneEverywhere;

  NationalRecomputation(
      DSLContext sql,
      TenantScope scope,
      Districts districts,
      Calendars calendars,
      Recomputation recomputation,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.calendars = calendars;
    this.recomputation = recomputation;
    this.audit = audit;
    this.now = now;
  }

  /**
   * One round; a district that fails is told in the log and tried next time. After three in a row
   * it is not the districts: the database is away, or the service is going down.
   */
  void round() {
    List<NationalChangeRecord> changes = scope.onPlatform(Reach.SCAN, ACTOR, this::changes);
    if (changes.isEmpty()) {
      return;
    }
    int failed = 0;
    int inARow = 0;
    for (int district : districts.ids()) {
      try {
        left(district, changes).forEach(change -> inDistrict(district, change));
        inARow = 0;
      } catch (RuntimeException broken) {
        failed++;
        log.error("clocks of district {} not recomputed", district, broken);
        if (++inARow == GIVE_UP) {
          return;
        }
      }
    }
    if (failed == 0) {
      doneEverywhere = changes.getLast().getId();
    }
  }

  private List<NationalChangeRecord> changes() {
    return sql.selectFrom(NATIONAL_CHANGE)
        .where(NATIONAL_CHANGE.ID.gt(doneEverywhere))
        .orderBy(NATIONAL_CHANGE.ID)
        .fetch();
  }

  /** Everything that is still to do in one district. */
  void inDistrict(int district) {
    left(district, scope.onPlatform(Reach.SCAN, ACTOR, this::changes))
        .forEach(change -> inDistrict(district, change));
  }

  /** One question for all years: a service that starts finds most of them done long ago. */
  private List<NationalChangeRecord> left(int district, List<NationalChangeRecord> changes) {
    Set<Long> done =
        scope.inDistrict(district, Reach.ALL, ACTOR, () -> scope.write(() -> done(district)));
    return changes.stream().filter(change -> !done.contains(change.getId())).toList();
  }

  private Set<Long> done(int district) {
    return sql.select(NATIONAL_APPLIED.CHANGE_ID)
        .from(NATIONAL_APPLIED)
        .where(NATIONAL_APPLIED.DISTRICT_ID.eq(district))
        .and(NATIONAL_APPLIED.DONE_AT.isNotNull())
        .fetchSet(NATIONAL_APPLIED.CHANGE_ID);
  }

  /** All batches of one district that are still to do. */
  void inDistrict(int district, NationalChangeRecord change) {
    boolean more = true;
    while (more) {
      more =
          scope.inDistrict(
              district, Reach.ALL, ACTOR, () -> scope.write(() -> batch(district, change)));
    }
  }

  /** Under the calendar's lock, so that no clock starts by the old calendar meanwhile. */
  private boolean batch(int district, NationalChangeRecord change) {
    calendars.lockForEdit();
    NationalAppliedRecord applied = applied(district, change.getId());
    if (applied.getDoneAt() != null) {
      return false;
    }
    Recomputation.Batch batch =
        recomputation.batch(
            new Recomputation.Days(change.getFirstDay(), change.getLastDay()),
            change.getCause(),
            applied.getAfterDutyId());
    applied.setMoved(applied.getMoved() + batch.moved());
    applied.setAfterDutyId(batch.last());
    if (!batch.more()) {
      applied.setDoneAt(now.instant());
      audit.record(
          "calendar.recompute", "change:" + change.getId(), Map.of("moved", applied.getMoved()));
    }
    applied.store();
    return batch.more();
  }

  private NationalAppliedRecord applied(int district, long change) {
    NationalAppliedRecord row =
        sql.selectFrom(NATIONAL_APPLIED)
            .where(NATIONAL_APPLIED.DISTRICT_ID.eq(district))
            .and(NATIONAL_APPLIED.CHANGE_ID.eq(change))
            .fetchOne();
    if (row == null) {
      row = sql.newRecord(NATIONAL_APPLIED);
      row.setDistrictId(district);
      row.setChangeId(change);
      row.setAfterDutyId(0L);
      row.setMoved(0);
    }
    return row;
  }
}
