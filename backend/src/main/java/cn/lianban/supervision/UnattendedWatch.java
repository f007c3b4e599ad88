package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.UNATTENDED;

import cn.lianban.clock.Unattended;
import cn.lianban.graphql.Ids;
import cn.lianban.identity.Attendance;
import cn.lianban.identity.Role;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.NoticeKind;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A queue that nobody works on is told once to who can do something about it: administrators and
 * supervisors. When somebody is there again it is forgotten, so the next time is told again.
 */
@Component
class UnattendedWatch {
  static final String KIND = "queue.unattended";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final Unattended unattended;
  private final Attendance attendance;
  private final Units units;
  private final Outbox outbox;
  private final Now now;

  UnattendedWatch(
      DSLContext sql,
      TenantScope scope,
      Districts districts,
      Unattended unattended,
      Attendance attendance,
      Units units,
      Outbox outbox,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.unattended = unattended;
    this.attendance = attendance;
    this.units = units;
    this.outbox = outbox;
    this.now = now;
  }

  void round() {
    districts.ids().forEach(this::round);
  }

  void round(int district) {
    scope.inDistrict(
        district,
        Reach.ALL,
        "job:unattended",
        () ->
            scope.write(
                () -> {
                  look();
                  return true;
                }));
  }

  private void look() {
    Set<Integer> told =
        sql.select(UNATTENDED.UNIT_ID)
            .from(UNATTENDED)
            .where(UNATTENDED.DISTRICT_ID.eq(scope.district()))
            .fetchSet(UNATTENDED.UNIT_ID);
    if (!told.isEmpty()) {
      forgetAttended(told);
    }
    Instant at = now.instant();
    unattended.found().stream()
        .filter(queue -> !told.contains(queue.unitId()))
        .forEach(queue -> tell(queue, at));
  }

  /** A queue that has become empty meanwhile is not attended for that. */
  private void forgetAttended(Set<Integer> told) {
    List<Integer> attended =
        attendance.of(told).entrySet().stream()
            .filter(unit -> unit.getValue() == Attendance.State.ATTENDED)
            .map(java.util.Map.Entry::getKey)
            .collect(Collectors.toList());
    sql.deleteFrom(UNATTENDED)
        .where(UNATTENDED.DISTRICT_ID.eq(scope.district()), UNATTENDED.UNIT_ID.in(attended))
        .execute();
  }

  private void tell(Unattended.Queue queue, Instant at) {
    int fresh =
        sql.insertInto(UNATTENDED)
            .set(UNATTENDED.DISTRICT_ID, scope.district())
            .set(UNATTENDED.UNIT_ID, queue.unitId())
            .set(UNATTENDED.TOLD_AT, at)
            .onConflictDoNothing()
            .execute();
    if (fresh == 0) {
      return;
    }
    String name = units.find(queue.unitId()).map(Unit::name).orElse("");
    String text =
        name
            + why(queue.reason())
            + "，有 "
            + queue.openDuties()
            + " 件在办"
            + (queue.overdue() > 0 ? "（其中 " + queue.overdue() + " 件已超期）" : "")
            + "，请安排代岗或移交。";
    outbox.tell(
        Notice.of(
                KIND,
                "unit:" + queue.unitId(),
                Set.of(
                    Recipient.role(Role.DISTRICT_ADMIN.name()),
                    Recipient.role(Role.SUPERVISOR.name())),
                "无人值守：" + cut(name),
                text)
            .at("/hand-over?unit=" + Ids.of(Unit.KIND, queue.unitId()))
            .once(KIND + ":" + queue.unitId() + ":" + at.toEpochMilli()));
  }

  private static String why(Attendance.State reason) {
    return switch (reason) {
      case NO_POSTS -> "没有经办人员";
      case DISABLED -> "的经办账号均已停用";
      case ABSENT -> "的经办人员均不在岗、无人代岗";
      case ATTENDED -> "";
    };
  }

  private static String cut(String name) {
    return name.length() <= 80 ? name : name.substring(0, 79) + "…";
  }

  /** As people read it. */
  @Configuration(proxyBeanMethods = false)
  static class UnattendedKind {
    @Bean
    NoticeKind queueUnattended() {
      return new NoticeKind(KIND, "无人值守", "Nobody there");
    }
  }
}
