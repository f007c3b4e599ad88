package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_STEP;
import static cn.lianban.db.cases.Tables.MEETING;
import static cn.lianban.db.cases.Tables.MEETING_UNIT;
import static cn.lianban.db.cases.Tables.TAKEOVER;

import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which units take part in a case: those that accept, hold and decide it, those asked in a step or
 * invited to a meeting, and the one that supervises afterwards. They work with its papers; the
 * supervisor and the leader, who judge what became of it, read them.
 */
@Component
public class CaseParties {
  private static final Role[] STAFF = {
    Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD
  };
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  CaseParties(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /** By case the units that were asked about it; cases of one unit alone are missing. */
  public Map<Long, Set<Integer>> asked(Collection<Long> caseIds) {
    var steps =
        sql.select(CASE_STEP.CASE_ID, CASE_STEP.UNIT_ID)
            .from(CASE_STEP)
            .where(CASE_STEP.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(CASE_STEP.CASE_ID, caseIds));
    var meetings =
        sql.select(MEETING.CASE_ID, MEETING_UNIT.UNIT_ID)
            .from(MEETING)
            .join(MEETING_UNIT)
            .on(MEETING_UNIT.DISTRICT_ID.eq(MEETING.DISTRICT_ID))
            .and(MEETING_UNIT.MEETING_ID.eq(MEETING.ID))
            .where(MEETING.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(MEETING.CASE_ID, caseIds));
    var takeovers =
        sql.select(TAKEOVER.CASE_ID, TAKEOVER.UNIT_ID)
            .from(TAKEOVER)
            .where(TAKEOVER.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(TAKEOVER.CASE_ID, caseIds));
    return steps
        .unionAll(meetings)
        .unionAll(takeovers)
        .fetchGroups(CASE_STEP.CASE_ID, CASE_STEP.UNIT_ID)
        .entrySet()
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
  }

  /** The post in which the caller takes part, his own before one he stands in at. */
  public Optional<Seat> seat(CaseFile file) {
    return own(file).or(() -> among(asked(List.of(file.id())).getOrDefault(file.id(), Set.of())));
  }

  /** Supervision and the leaders read every paper in their reach; each opening is audited. */
  public boolean oversees() {
    return posts.holds(Role.SUPERVISOR, Role.LEADER);
  }

  /** In a unit that accepts, holds or decides it; asks nothing of the database. */
  public Optional<Seat> own(CaseFile file) {
    return Stream.of(file.acceptUnitId(), file.holderUnitId(), file.decideUnitId())
        .flatMap(unit -> posts.seat(unit, STAFF).stream())
        .findFirst();
  }

  /** In one of some units. */
  public Optional<Seat> among(Set<Integer> units) {
    return posts.seats(STAFF).stream().filter(seat -> units.contains(seat.unitId())).findFirst();
  }
}
