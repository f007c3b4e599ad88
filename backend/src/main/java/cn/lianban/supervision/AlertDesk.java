package cn.lianban.supervision;

import static cn.lianban.supervision.AlertActs.text;
import static cn.lianban.supervision.AlertActs.words;

import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.supervision.Alert.Ground;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.AlertActs.Saying;
import cn.lianban.tenancy.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit answers an alert or calls it false; supervision judges; one, or many at once. */
@Component
class AlertDesk {
  private static final int MOST = 50;
  private final AlertActs acts;
  private final AlertQueries queries;
  private final Posts posts;
  private final Once once;

  AlertDesk(AlertActs acts, AlertQueries queries, Posts posts, Once once) {
    this.acts = acts;
    this.queries = queries;
    this.posts = posts;
    this.once = once;
  }

  /** A mutation's call: its key, the alert, the version seen, and the whole input. */
  record Call(String key, long id, int version, Object input) {}

  /** As {@link Call}, with the version seen of each alert. */
  record ManyCall(String key, Map<Long, Integer> seen, Object input) {}

  /** An alert of many that was left as it is, and why. */
  record Left(long id, Rejected why) {
    /** From 0, among those that were asked for. */
    int place(ManyCall call) {
      return List.copyOf(call.seen().keySet()).indexOf(id);
    }
  }

  /**
   * @param measures what was done about it
   * @param attachment a clean file of the alert's case
   * @throws Rejected NOT_FOUND; REQUIRED, TOO_LONG at reason or measures; as {@link AlertActs#say}
   */
  long answer(Call call, String reason, String measures, @Nullable Long attachment) {
    String why = text(reason, "reason");
    return said(call, new Saying(null, why, text(measures, "measures"), attachment));
  }

  /**
   * @throws Rejected as {@link #answer}
   */
  long appeal(Call call, Ground ground, String reason, @Nullable Long attachment) {
    return said(call, new Saying(ground, text(reason, "reason"), "", attachment));
  }

  private long said(Call call, Saying saying) {
    Seat seat = acts.seat(acts.find(call.id()).unitId()).orElseThrow(Problem::forbidden);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              acts.say(acts.find(call.id()), call.version(), seat, saying);
              return call.id();
            })
        .id();
  }

  /**
   * Accepts an answer or grants an appeal; or sends either back, and the unit has its days again.
   *
   * @throws Rejected NOT_FOUND; REQUIRED, TOO_LONG at note; as {@link AlertActs#judge}
   */
  long judge(Call call, boolean accept, @Nullable String note) {
    posts.require(Role.SUPERVISOR);
    String why = words(accept, note);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              acts.judge(acts.find(call.id()), call.version(), accept, why);
              return call.id();
            })
        .id();
  }

  /**
   * One failure of a system, one wrong import raise many: each of the caller's units is appealed
   * for the same reason, the others are left.
   *
   * @throws Rejected TOO_MANY at alerts; REQUIRED, TOO_LONG at reason
   */
  List<Left> appealAll(ManyCall call, Ground ground, String reason) {
    if (!acts.speaks()) {
      throw Problem.forbidden();
    }
    Saying saying = new Saying(ground, text(reason, "reason"), "", null);
    return all(
        call,
        (alert, version) -> {
          Seat seat =
              acts.seat(alert.unitId())
                  .orElseThrow(() -> new Rejected("FORBIDDEN", null, "不是本单位的预警"));
          acts.say(alert, version, seat, saying);
        },
        alert -> alert.state() == State.APPEALED);
  }

  /**
   * @throws Rejected TOO_MANY at alerts; REQUIRED, TOO_LONG at note
   */
  List<Left> judgeAll(ManyCall call, boolean accept, @Nullable String note) {
    posts.require(Role.SUPERVISOR);
    String why = words(accept, note);
    return all(
        call,
        (alert, version) -> acts.judge(alert, version, accept, why),
        alert -> !AlertActs.awaitsJudgement(alert));
  }

  private interface Act {
    void on(Alert alert, int version);
  }

  /** A replay tells by the state which were left. */
  private List<Left> all(ManyCall call, Act act, Predicate<Alert> done) {
    if (call.seen().isEmpty() || call.seen().size() > MOST) {
      throw new Rejected("TOO_MANY", "alerts", "一次处理 1 至 " + MOST + " 条");
    }
    List<Left> left = new ArrayList<>();
    Once.Done first =
        once.run(
            call.key(),
            call.input(),
            () -> {
              call.seen().forEach((id, version) -> one(id, version, act, left));
              return 0;
            });
    if (first.replayed()) {
      queries.byIds(call.seen().keySet()).stream()
          .filter(done.negate())
          .forEach(alert -> left.add(new Left(alert.id(), AlertActs.wrongState())));
    }
    return left;
  }

  private void one(long id, int version, Act act, List<Left> left) {
    try {
      act.on(acts.find(id), version);
    } catch (Rejected refused) { // before anything of this one was written
      left.add(new Left(id, refused));
    }
  }

  boolean mayAnswer(Alert alert) {
    return alert.state() == State.OPEN && acts.seat(alert.unitId()).isPresent();
  }

  boolean mayJudge(Alert alert) {
    return AlertActs.awaitsJudgement(alert) && posts.holds(Role.SUPERVISOR);
  }
}
