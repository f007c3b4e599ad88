package cn.lianban.supervision;

import cn.lianban.audit.AuditTrail;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done to one alert, inside the caller's transaction; who may do it. */
@Component
class AlertActs {
  private static final Role[] STAFF = {
    Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD
  };
  private static final int LONGEST = 2_000;
  private final AlertQueries queries;
  private final AlertSteps steps;
  private final AlertProofs proofs;
  private final RuleBook rules;
  private final Cases cases;
  private final Posts posts;
  private final AuditTrail audit;
  private final Now now;
  private final AlertNotices notices;

  AlertActs(
      AlertQueries queries,
      AlertSteps steps,
      AlertProofs proofs,
      RuleBook rules,
      Cases cases,
      Posts posts,
      AuditTrail audit,
      Now now,
      AlertNotices notices) {
    this.queries = queries;
    this.steps = steps;
    this.proofs = proofs;
    this.rules = rules;
    this.cases = cases;
    this.posts = posts;
    this.audit = audit;
    this.now = now;
    this.notices = notices;
  }

  /**
   * What a unit says.
   *
   * @param ground null: it answers; else it appeals
   * @param attachment a clean file of the alert's case
   */
  record Saying(
      @Nullable Ground ground, String reason, String measures, @Nullable Long attachment) {
    State next() {
      return ground == null ? State.ANSWERED : State.APPEALED;
    }

    Step by(int unit, Instant at) {
      StepKind kind = ground == null ? StepKind.ANSWERED : StepKind.APPEALED;
      return new Step(at, kind, unit, ground, reason, measures, attachment);
    }
  }

  /** The post in which the caller may speak for a unit. */
  Optional<Seat> seat(int unitId) {
    return posts.seat(unitId, STAFF);
  }

  /** He speaks for some unit. */
  boolean speaks() {
    return !posts.seats(STAFF).isEmpty();
  }

  /**
   * @throws Rejected WRONG_STATE, VERSION_CONFLICT, before anything is written; at attachmentId as
   *     {@link AlertProofs#check}
   */
  void say(Alert alert, int version, Seat seat, Saying saying) {
    if (alert.state() != State.OPEN) {
      throw wrongState();
    }
    proofs.check(alert, saying.attachment());
    Instant at = now.instant();
    steps.change(alert, version, saying.next(), alert.level());
    steps.close(alert, at);
    Step step = saying.by(Objects.requireNonNull(seat.unitId()), at);
    steps.note(AlertSteps.Place.of(alert), step, posts.requireAccount());
    audit.record(
        saying.ground() == null ? "alert.answer" : "alert.appeal",
        "alert:" + alert.id(),
        Map.of("level", alert.level()));
    notices.toJudge(alert, file(alert));
  }

  /**
   * @param why required when it is not accepted
   * @throws Rejected WRONG_STATE, VERSION_CONFLICT, before anything is written
   */
  void judge(Alert alert, int version, boolean accept, String why) {
    if (!awaitsJudgement(alert)) {
      throw wrongState();
    }
    Instant at = now.instant();
    State next =
        !accept ? State.OPEN : alert.state() == State.APPEALED ? State.FALSE_ALARM : State.ACCEPTED;
    steps.change(alert, version, next, alert.level());
    AlertSteps.Place place = AlertSteps.Place.of(alert);
    StepKind kind = accept ? StepKind.valueOf(next.name()) : StepKind.SENT_BACK;
    steps.note(place, AlertSteps.said(at, kind, null, why), posts.requireAccount());
    if (!accept) {
      int days = Math.max(1, rules.inForce(alert.rule()).answerDays());
      steps.start(place, file(alert), alert.rule(), alert.unitId(), days, at);
    }
    notices.judged(alert, file(alert), accept);
    audit.record("alert.judge", "alert:" + alert.id(), Map.of("accepted", accept));
  }

  static boolean awaitsJudgement(Alert alert) {
    return alert.state() == State.ANSWERED || alert.state() == State.APPEALED;
  }

  private CaseFile file(Alert alert) {
    return cases.find(alert.caseId()).orElseThrow();
  }

  Alert find(long id) {
    return queries.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有找到这条预警"));
  }

  static Rejected wrongState() {
    return new Rejected("WRONG_STATE", null, "这条预警现在不能这样处理，请刷新后查看");
  }

  /**
   * @throws Rejected REQUIRED, TOO_LONG at the field
   */
  static String text(@Nullable String typed, String field) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw new Rejected("REQUIRED", field, "请填写");
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Rejected("TOO_LONG", field, "最多 " + LONGEST + " 个字符");
    }
    return text;
  }

  /** Sending back needs words, accepting does not. */
  static String words(boolean accept, @Nullable String note) {
    return accept && (note == null || note.isBlank()) ? "" : text(note, "note");
  }
}
