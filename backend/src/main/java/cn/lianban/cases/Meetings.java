package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.MEETING;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Joint review meetings (联席会审): who is asked, who came, each unit's opinion, the minutes. */
@Component
class Meetings {
  private final MeetingRows rows;
  private final StepActs units;
  private final StepClocks clocks;
  private final Units known;
  private final CaseActs acts;
  private final CaseLog log;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;
  private final ApplicationEventPublisher events;

  Meetings(
      MeetingRows rows,
      StepActs units,
      StepClocks clocks,
      Units known,
      CaseActs acts,
      CaseLog log,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.units = units;
    this.clocks = clocks;
    this.known = known;
    this.acts = acts;
    this.log = log;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
    this.events = events;
  }

  /**
   * @param opinionDays working days for the units' opinions, 1 to 30
   */
  record Calling(
      Instant heldAt, String place, String subject, Set<Integer> unitIds, int opinionDays) {}

  /** The deciding unit calls, while the case is under way. */
  boolean mayCall(CaseFile file) {
    return file.status().isUnderWay() && units.seat(file.decideUnitId()).isPresent();
  }

  /**
   * @return the meeting's id
   * @throws Rejected NOT_FOUND at caseId or unitIds, REQUIRED, OUT_OF_RANGE at opinionDays,
   *     WRONG_STATE
   */
  long call(Call call, Calling typed) {
    return once.run(
            call.key(),
            call.input(),
            () -> {
              CaseFile file = acts.visible(call.id());
              Seat seat = units.seat(file.decideUnitId()).orElseThrow(Problem::forbidden);
              if (!file.status().isUnderWay()) {
                throw new Rejected("WRONG_STATE", null, "办件当前状态不能进行此操作");
              }
              return write(file, By.caller(posts, seat), checked(typed), now.instant());
            })
        .id();
  }

  private long write(CaseFile file, By by, Calling calling, Instant at) {
    long id = rows.insert(file, calling);
    for (int unit : calling.unitIds()) {
      long duty = clocks.opinion(file, unit, calling.subject(), calling.opinionDays(), at);
      rows.invite(file, id, unit, duty);
    }
    String subject = calling.subject();
    log.add(CaseLog.Place.of(file), CaseEventKind.MEETING_CALLED, by, at, subject);
    audit.record("case.meeting", "case:" + file.id(), Map.of("meeting", id));
    events.publishEvent(new MeetingCalled(file.id(), id, calling.unitIds()));
    return id;
  }

  private Calling checked(Calling typed) {
    if (typed.opinionDays() < 1 || typed.opinionDays() > 30) {
      throw new Rejected("OUT_OF_RANGE", "opinionDays", "须在 1 至 30 之间");
    }
    checkUnits(typed.unitIds());
    return new Calling(
        typed.heldAt(),
        Texts.required(typed.place(), "place", "请填写地点"),
        Texts.required(typed.subject(), "subject", "请填写议题"),
        typed.unitIds(),
        typed.opinionDays());
  }

  private void checkUnits(Set<Integer> wanted) {
    boolean all =
        !wanted.isEmpty()
            && wanted.size() <= 50
            && known.byIds(wanted).values().stream()
                    .filter(unit -> unit.open() && unit.atDistrictLevel())
                    .count()
                == wanted.size();
    if (!all) {
      throw new Rejected("NOT_FOUND", "unitIds", "参会单位须是区级在设单位");
    }
  }

  /**
   * Writes down who came, absence too, and the minutes.
   *
   * @throws Rejected NOT_FOUND, WRONG_STATE, REQUIRED at minutes, VERSION_CONFLICT
   */
  long close(Call call, Set<Integer> attended, String typed) {
    String minutes = Texts.required(typed, "minutes", "请填写会议纪要");
    return once.run(
            call.key(),
            call.input(),
            () -> {
              MeetingRows.Meeting meeting = visible(call.id());
              CaseFile file = acts.visible(meeting.caseId());
              Seat seat = units.seat(file.decideUnitId()).orElseThrow(Problem::forbidden);
              if (meeting.closedAt() != null) {
                throw new Rejected("WRONG_STATE", null, "会审已结束");
              }
              Instant at = now.instant();
              rows.close(meeting, call.version(), minutes, at);
              for (MeetingRows.Invited one : meeting.units()) {
                rows.attended(meeting.id(), one.unitId(), attended.contains(one.unitId()));
                if (one.dutyId() != null) {
                  clocks.closeIfOpen(one.dutyId(), at); // no opinion is taken any more
                }
              }
              By by = By.caller(posts, seat);
              log.add(CaseLog.Place.of(file), CaseEventKind.MEETING_CLOSED, by, at, minutes);
              audit.record("case.minutes", "case:" + file.id(), Map.of("meeting", meeting.id()));
              return meeting.id();
            })
        .id();
  }

  private MeetingRows.Meeting visible(long id) {
    return rows.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这次会审"));
  }

  /** Meetings of any number of cases. */
  Map<Long, List<MeetingRows.Meeting>> of(java.util.Collection<Long> caseIds) {
    return rows.fetch(Among.these(MEETING.CASE_ID, caseIds)).stream()
        .collect(java.util.stream.Collectors.groupingBy(MeetingRows.Meeting::caseId));
  }
}
