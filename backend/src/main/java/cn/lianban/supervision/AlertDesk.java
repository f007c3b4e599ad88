package cn.lianban.supervision;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.supervision.Alert.Ground;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.Alert.Step;
import cn.lianban.supervision.Alert.StepKind;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit answers an alert or calls it false; supervision judges. */
@Component
class AlertDesk {
  private static final int LONGEST = 2_000;
  private static final Role[] STAFF = {
    Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD
  };
  private final AlertQueries queries;
  private final AlertSteps steps;
  private final RuleBook rules;
  private final Cases cases;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;
  private final AlertNotices notices;

  AlertDesk(
      AlertQueries queries,
      AlertSteps steps,
      RuleBook rules,
      Cases cases,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now,
      AlertNotices notices) {
    this.queries = queries;
    this.steps = steps;
    this.rules = rules;
    this.cases = cases;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
    this.notices = notices;
  }

  /** A mutation's call: its key, the alert, the version seen, and the whole input. */
  record Call(String key, long id, int version, Object input) {}

  /**
   * @param measures what was done about it
   * @throws Rejected NOT_FOUND, WRONG_STATE, VERSION_CONFLICT; REQUIRED, TOO_LONG at reason or
   *     measures
   */
  long answer(Call call, String reason, String measures, @Nullable Long attachment) {
    String why = text(reason, "reason");
    String done = text(measures, "measures");
    return said(
        call,
        State.ANSWERED,
        (at, unit) -> new Step(at, StepKind.ANSWERED, unit, null, why, done, attachment));
  }

  /**
   * @throws Rejected as {@link #answer}
   */
  long appeal(Call call, Ground ground, String reason, @Nullable Long attachment) {
    String why = text(reason, "reason");
    return said(
        call,
        State.APPEALED,
        (at, unit) -> new Step(at, StepKind.APPEALED, unit, ground, why, "", attachment));
  }

  /** What the unit says, once it is known who speaks. */
  private interface Saying {
    Step of(Instant at, int unit);
  }

  private long said(Call call, State next, Saying saying) {
    Alert seen = find(call.id());
    Seat seat = posts.seat(seen.unitId(), STAFF).orElseThrow(Problem::forbidden);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              Alert alert = find(call.id());
              requireState(alert, State.OPEN);
              Instant at = now.instant();
              steps.change(alert, call.version(), next, alert.level());
              steps.close(alert, at);
              Step step = saying.of(at, Objects.requireNonNull(seat.unitId()));
              steps.note(AlertSteps.Place.of(alert), step, posts.requireAccount());
              audit.record(
                  "alert." + (next == State.APPEALED ? "appeal" : "answer"),
                  "alert:" + alert.id(),
                  Map.of("level", alert.level()));
              notices.toJudge(alert, file(alert));
              return alert.id();
            })
        .id();
  }

  /**
   * Accepts an answer or grants an appeal; or sends either back, and the unit has its days again.
   *
   * @throws Rejected NOT_FOUND, WRONG_STATE, VERSION_CONFLICT; REQUIRED, TOO_LONG at note
   */
  long judge(Call call, boolean accept, @Nullable String note) {
    posts.require(Role.SUPERVISOR);
    String why = accept && (note == null || note.isBlank()) ? "" : text(note, "note");
    return once.run(
            call.key(),
            call.input(),
            () -> {
              Alert alert = find(call.id());
              if (alert.state() != State.ANSWERED && alert.state() != State.APPEALED) {
                throw wrongState();
              }
              judge(alert, call.version(), accept, why);
              return alert.id();
            })
        .id();
  }

  private void judge(Alert alert, int version, boolean accept, String why) {
    Instant at = now.instant();
    State next =
        !accept ? State.OPEN : alert.state() == State.APPEALED ? State.FALSE_ALARM : State.ACCEPTED;
    steps.change(alert, version, next, alert.level());
    AlertSteps.Place place = AlertSteps.Place.of(alert);
    StepKind kind = accept ? StepKind.valueOf(next.name()) : StepKind.SENT_BACK;
    steps.note(place, AlertSteps.said(at, kind, null, why), posts.requireAccount());
    if (!accept) {
      int days = Math.max(1, rules.inForce(alert.rule()).answerDays());
      steps.start(place, file(alert), alert.unitId(), days, at);
    }
    notices.judged(alert, file(alert), accept);
    audit.record("alert.judge", "alert:" + alert.id(), Map.of("accepted", accept));
  }

  boolean mayAnswer(Alert alert) {
    return alert.state() == State.OPEN && posts.seat(alert.unitId(), STAFF).isPresent();
  }

  boolean mayJudge(Alert alert) {
    return (alert.state() == State.ANSWERED || alert.state() == State.APPEALED)
        && posts.holds(Role.SUPERVISOR);
  }

  private CaseFile file(Alert alert) {
    return cases.find(alert.caseId()).orElseThrow();
  }

  private Alert find(long id) {
    return queries.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有找到这条预警"));
  }

  private static void requireState(Alert alert, State wanted) {
    if (alert.state() != wanted) {
      throw wrongState();
    }
  }

  private static Rejected wrongState() {
    return new Rejected("WRONG_STATE", null, "这条预警现在不能这样处理，请刷新后查看");
  }

  private static String text(@Nullable String typed, String field) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw new Rejected("REQUIRED", field, "请填写");
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Rejected("TOO_LONG", field, "最多 " + LONGEST + " 个字符");
    }
    return text;
  }
}
