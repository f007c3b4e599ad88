package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.identity.Attendance;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Queues that nobody works on: open duties in a unit where nobody is there. */
@Component
public class Unattended {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Attendance attendance;
  private final Now now;

  Unattended(DSLContext sql, TenantScope scope, Posts posts, Attendance attendance, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.attendance = attendance;
    this.now = now;
  }

  /**
   * The unattended queues in the caller's reach, the fullest first; two statements.
   *
   * @throws cn.lianban.graphql.Problem FORBIDDEN for clerks, officers and operators
   */
  public List<Queue> queues() {
    posts.require(
        Role.DISTRICT_ADMIN,
        Role.SUB_DISTRICT_ADMIN,
        Role.SUPERVISOR,
        Role.LEADER,
        Role.AUDITOR,
        Role.DEPARTMENT_HEAD);
    return found();
  }

  /** As {@link #queues}, for jobs: of the whole district under reach ALL. */
  public List<Queue> found() {
    var overdue = DSL.count().filterWhere(DUTY.RED_AT.le(now.instant()));
    var held =
        sql.select(DUTY.OWNER_UNIT_ID, DSL.count(), overdue)
            .from(DUTY)
            .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.CLOSED_AT.isNull())
            .andNot(DUTY.TEST)
            .groupBy(DUTY.OWNER_UNIT_ID)
            .fetch();
    Map<Integer, Attendance.State> states = attendance.of(held.getValues(DUTY.OWNER_UNIT_ID));
    return held.stream()
        .filter(row -> states.get(row.value1()) != Attendance.State.ATTENDED)
        .map(
            row ->
                new Queue(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    Objects.requireNonNull(states.get(row.value1()))))
        .sorted(Comparator.comparing(Queue::openDuties).reversed())
        .toList();
  }

  /**
   * @param overdue those of them that are red or dark
   */
  public record Queue(int unitId, int openDuties, int overdue, Attendance.State reason) {}
}
