package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.PENDING;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What the job has to do. An entry is written with the decision and goes when the work has ended,
 * so that a killed service finds it again.
 */
@Component
class Pending {
  private static final String JOB = "job:exchange";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Pending(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** What there is to do. */
  enum Work {
    IMPORT,
    EXPORT
  }

  /** An import or export of somebody, in some district. */
  record Entry(int districtId, long id, Work work, long subjectId, long accountId) {}

  /** In the open transaction. */
  void add(Work work, long subject) {
    sql.insertInto(PENDING)
        .set(PENDING.DISTRICT_ID, scope.district())
        .set(PENDING.WORK, work.name())
        .set(PENDING.SUBJECT_ID, subject)
        .set(PENDING.ACCOUNT_ID, Accountable.of(scope.current()))
        .set(PENDING.AT, now.instant())
        .execute();
  }

  /** Of all districts, in turn; the one question asked across districts (reach SCAN). */
  List<Entry> all() {
    return scope.onPlatform(
        Reach.SCAN,
        JOB,
        () ->
            sql.selectFrom(PENDING)
                .orderBy(PENDING.AT)
                .fetch(
                    row ->
                        new Entry(
                            row.getDistrictId(),
                            row.getId(),
                            Work.valueOf(row.getWork()),
                            row.getSubjectId(),
                            row.getAccountId())));
  }

  void remove(Entry entry) {
    scope.inDistrict(
        entry.districtId(),
        Reach.ALL,
        JOB,
        () ->
            scope.write(
                () ->
                    sql.deleteFrom(PENDING)
                        .where(PENDING.DISTRICT_ID.eq(entry.districtId()))
                        .and(PENDING.ID.eq(entry.id()))
                        .execute()));
  }
}
