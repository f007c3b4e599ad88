package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.CaseStates.Standing;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The product's rules of a case's states against {@link Counter}: random sequences of acts, 1,000
 * of 50 steps, where both must allow and lead to the same. The same acts on the real database:
 * {@link CaseModelApiTest}.
 */
class CaseModelTest {
  private static final Set<CaseAction> ACTS =
      EnumSet.of(
          CaseAction.ACCEPT,
          CaseAction.NOT_ACCEPT,
          CaseAction.HAND_UP,
          CaseAction.HAND_DOWN,
          CaseAction.SIGN,
          CaseAction.RETURN,
          CaseAction.RULE,
          CaseAction.PASS_ON,
          CaseAction.SUSPEND,
          CaseAction.RESUME,
          CaseAction.SUPPLEMENT,
          CaseAction.EXTEND,
          CaseAction.DECIDE,
          CaseAction.DELIVER,
          CaseAction.END);
  private static final Set<CaseAction> ENDINGS =
      EnumSet.of(CaseAction.END, CaseAction.NOT_ACCEPT, CaseAction.DECIDE);
  private final Map<CaseAction, Integer> taken = new EnumMap<>(CaseAction.class);

  @Test
  void aThousandCasesOfFiftyStepsAreAllowedAndLeadWhereTheCounterSays() {
    for (int seed = 0; seed < 1_000; seed++) {
      walk(new Random(seed), seed);
    }
    assertThat(taken.keySet()).containsExactlyInAnyOrderElementsOf(ACTS); // each was walked
    assertThat(taken.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(5_000);
  }

  private void walk(Random random, int seed) {
    boolean own = random.nextInt(4) == 0;
    Counter counter = new Counter(own, own || random.nextBoolean());
    Told told = new Told(own, counter.district);
    CaseAction[] acts = ACTS.toArray(CaseAction[]::new);
    for (int step = 0; step < 50; step++) {
      CaseAction act = acts[random.nextInt(acts.length)];
      if (ENDINGS.contains(act) && random.nextInt(15) > 0) {
        continue;
      }
      boolean toDepartment = random.nextBoolean();
      String where =
          Map.of("seed", seed, "step", step, "act", act, "status", told.status).toString();
      boolean allowed = told.may(act);
      assertThat(allowed).as(where).isEqualTo(counter.may(act));
      if (allowed) {
        told.take(act, toDepartment);
        counter.take(act, toDepartment);
        taken.merge(act, 1, Integer::sum);
        if (counter.place != Counter.Place.OVER) {
          assertThat(told.status).as(where).isEqualTo(counter.status());
        }
      }
    }
  }

  /** What the product's rules say, one after the other, without a database. */
  private static final class Told {
    CaseStatus status = CaseStatus.RECEIVED;
    private boolean own;
    private boolean ownBefore;
    private boolean district;
    private boolean accepted;
    private boolean ruled;
    private boolean sentBack;
    private boolean task;
    private boolean across;
    private boolean paused;
    private boolean extended;

    Told(boolean own, boolean district) {
      this.own = own;
      this.district = district;
    }

    boolean may(CaseAction act) {
      return CaseStates.allow(act, new Standing(status, own, district, accepted, ruled))
          && CaseStates.allowClock(act, paused, extended);
    }

    void take(CaseAction act, boolean toDepartment) {
      CaseStatus before = status;
      status =
          switch (act) {
            case SIGN -> CaseStates.signed(before, task);
            case RETURN -> CaseStates.returned(before, sentBack, across);
            case RULE -> CaseStates.ruled(toDepartment);
            case END -> CaseStatus.WITHDRAWN;
            default -> CaseStates.after(act, before);
          };
      accepted |= act == CaseAction.ACCEPT;
      district |= act == CaseAction.HAND_UP;
      ruled |= act == CaseAction.RULE;
      extended |= act == CaseAction.EXTEND;
      paused = act == CaseAction.SUSPEND || paused && act != CaseAction.RESUME;
      if (act == CaseAction.PASS_ON) {
        ownBefore = own;
        own = false;
      } else if (act == CaseAction.RETURN && across && status == CaseStatus.SIGNED) {
        own = ownBefore;
      }
      sentBack |= act == CaseAction.RETURN;
      task = act == CaseAction.HAND_DOWN || task && act == CaseAction.SUPPLEMENT;
      across = act == CaseAction.PASS_ON || across && act == CaseAction.SUPPLEMENT;
    }
  }
}
