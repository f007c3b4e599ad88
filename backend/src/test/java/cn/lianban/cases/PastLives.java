package cn.lianban.cases;

import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Random lives of past cases, each act in two tongues: told to a story, and lived on a case. */
final class PastLives {
  /** Of each unit of time: due at once, in short, in long. */
  static final int ITEMS = BudgetUnit.values().length * 3;

  private final Random random = new Random(20261130);
  private final PastCases past;

  PastLives(PastCases past) {
    this.past = past;
  }

  record Act(String name, BiConsumer<PastStory, Instant> told, Lived lived, Instant at) {}

  @FunctionalInterface
  interface Lived {
    void on(long caseId, Instant at);
  }

  /**
   * @param item number of the item, not its id
   * @param acts what followed on the acceptance
   */
  record Life(int no, int item, String unit, boolean test, Instant at, List<Act> acts) {
    @Override
    public String toString() {
      List<String> told = acts.stream().map(act -> act.name() + " " + act.at()).toList();
      return "life %d of item %d at %s on %s: %s".formatted(no, item, unit, at, told);
    }
  }

  Life life(int no) {
    int item = random.nextInt(ITEMS);
    String unit = List.of("east", "west", "civil").get(random.nextInt(3));
    Instant at = later(Instant.parse("2026-01-02T01:00:00Z"), 200_000);
    List<Act> acts = new ArrayList<>();
    Instant moment = at;
    if (unit.equals("east")) { // the others decide where it came in
      moment = later(moment, random.nextBoolean() ? 1 : 5_000);
      acts.add(handOver(moment));
    }
    boolean stands = false;
    for (int pauses = random.nextInt(4); pauses > 0 && !stands; pauses--) {
      moment = later(moment, 20_000);
      acts.add(suspension(moment));
      stands = random.nextInt(4) == 0;
      if (!stands) {
        moment = later(moment, 20_000);
        acts.add(new Act("resume", PastStory::resume, past::resume, moment));
      }
    }
    acts.addAll(ending(later(moment, 20_000)));
    return new Life(no, item, unit, random.nextInt(8) == 0, at, acts);
  }

  private Instant later(Instant moment, int minutes) {
    return moment.plus(random.nextInt(minutes), ChronoUnit.MINUTES);
  }

  private Act handOver(Instant at) {
    return new Act(
        "hand over",
        PastStory::handOver,
        (id, then) -> {
          past.handUp(id, then);
          past.sign(id, then);
        },
        at);
  }

  private Act suspension(Instant at) {
    SuspensionReason reason =
        SuspensionReason.values()[random.nextInt(SuspensionReason.values().length)];
    LocalDate until = LocalDate.ofInstant(at, Now.CHINA).plusDays(random.nextInt(30));
    Standstill stop = new Standstill(reason, "行政许可法第四十五条", until, random.nextBoolean() ? at : null);
    return new Act(
        "suspend",
        (story, then) -> story.suspend(stop, then),
        (id, then) -> past.suspend(id, stop, then),
        at);
  }

  /** Empty: it is still open. */
  private List<Act> ending(Instant at) {
    int choice = random.nextInt(4);
    if (choice == 0) {
      return List.of();
    }
    if (choice == 1) {
      CaseStatus status =
          List.of(CaseStatus.WITHDRAWN, CaseStatus.VOIDED, CaseStatus.TRANSFERRED)
              .get(random.nextInt(3));
      return List.of(
          new Act(
              "end",
              (story, then) -> story.end(status, "申请人撤回", then),
              (id, then) -> past.end(id, status, "申请人撤回", then),
              at));
    }
    boolean refused = random.nextInt(3) == 0;
    Decision decision =
        new Decision(
            refused ? CaseOutcome.REFUSED : CaseOutcome.PASSED,
            refused ? "材料不符" : null,
            refused ? null : "证字第 " + random.nextInt(100) + " 号");
    List<Act> acts = new ArrayList<>();
    acts.add(
        new Act(
            "decide",
            (story, then) -> story.decide(decision, then),
            (id, then) ->
                past.decide(id, decision.outcome(), decision.reason(), decision.resultNo(), then),
            at));
    if (random.nextBoolean()) {
      Instant later = later(at, 10_000);
      acts.add(new Act("deliver", PastStory::deliver, past::deliver, later));
    }
    return acts;
  }
}
