package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules of a case's states against a second, smaller telling of the same: random sequences of
 * acts, 1,000 of 50 steps, where both must allow and lead to the same.
 */
class CaseModelTest {
  private static final Set<CaseAction> MOVING =
      EnumSet.of(
          CaseAction.ACCEPT,
          CaseAction.NOT_ACCEPT,
          CaseAction.HAND_UP,
          CaseAction.SIGN,
          CaseAction.RETURN,
          CaseAction.RULE,
          CaseAction.DECIDE,
          CaseAction.DELIVER,
          CaseAction.END);

  /** A case as one would tell it at the counter. */
  private static final class Counter {
    boolean here = true;
    boolean accepted;
    boolean travelling;
    boolean atDepartment;
    boolean disputed;
    boolean decided;
    boolean over;
    boolean sentBackLast;
    int returns;
    final boolean own;

    Counter(boolean own) {
      this.own = own;
    }

    boolean may(CaseAction act) {
      if (over && act != CaseAction.DELIVER) {
        return false;
      }
      return switch (act) {
        case ACCEPT, NOT_ACCEPT -> !accepted;
        case HAND_UP -> accepted && here && !disputed && !decided && !own;
        case SIGN -> travelling;
        case RETURN -> travelling || atDepartment && !decided && !own;
        case RULE -> disputed;
        case DECIDE ->
            !decided && !disputed && (atDepartment || own && accepted && here && !sentBackLast);
        case DELIVER -> decided && !over;
        case END -> !decided;
        default -> throw new IllegalArgumentException(act.name());
      };
    }

    void take(CaseAction act, boolean toDepartment) {
      switch (act) {
        case ACCEPT -> accepted = true;
        case NOT_ACCEPT, DELIVER, END -> over = true;
        case HAND_UP -> go(false, true, false);
        case SIGN -> go(false, false, true);
        case RETURN -> {
          disputed = returns++ > 0;
          go(!disputed, false, false);
          sentBackLast = !disputed;
        }
        case RULE -> {
          disputed = false;
          go(!toDepartment, false, toDepartment);
        }
        case DECIDE -> decided = true;
        default -> throw new IllegalArgumentException(act.name());
      }
    }

    private void go(boolean toCounter, boolean onTheWay, boolean toDepartment) {
      here = toCounter;
      travelling = onTheWay;
      atDepartment = toDepartment;
    }
  }

  /** As the rows say it: the rules class and what each act writes. */
  private static CaseStatus after(
      CaseStatus status, CaseAction act, int returns, boolean toDepartment) {
    return switch (act) {
      case ACCEPT -> CaseStatus.ACCEPTED;
      case NOT_ACCEPT -> CaseStatus.NOT_ACCEPTED;
      case HAND_UP -> CaseStatus.HANDED_UP;
      case SIGN -> CaseStatus.SIGNED;
      case RETURN -> returns > 0 ? CaseStatus.IN_RULING : CaseStatus.RETURNED;
      case RULE -> toDepartment ? CaseStatus.SIGNED : CaseStatus.RETURNED;
      case DECIDE -> CaseStatus.DECIDED;
      case DELIVER -> CaseStatus.DELIVERED;
      case END -> CaseStatus.WITHDRAWN;
      default -> status;
    };
  }

  @Test
  void aThousandCasesOfFiftyStepsAreAllowedWhatTheCounterAllows() {
    int taken = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      taken += walk(seed);
    }
    assertThat(taken).isGreaterThan(3_000); // the walk does get somewhere
  }

  private static int walk(int seed) {
    Random random = new Random(seed);
    boolean own = random.nextInt(4) == 0;
    Counter counter = new Counter(own);
    CaseStatus status = CaseStatus.RECEIVED;
    CaseAction[] acts = MOVING.toArray(CaseAction[]::new);
    int taken = 0;
    int returns = 0;
    for (int step = 0; step < 50; step++) {
      CaseAction act = acts[random.nextInt(acts.length)];
      boolean ending = act == CaseAction.END || act == CaseAction.NOT_ACCEPT;
      if (ending && random.nextInt(10) > 0) {
        continue;
      }
      boolean toDepartment = random.nextBoolean();
      boolean allowed = CaseStates.allow(act, status, own, counter.accepted);
      assertThat(allowed)
          .as(Map.of("seed", seed, "step", step, "act", act, "status", status).toString())
          .isEqualTo(counter.may(act));
      if (allowed) {
        status = after(status, act, returns, toDepartment);
        returns += act == CaseAction.RETURN ? 1 : 0;
        counter.take(act, toDepartment);
        taken++;
      }
    }
    return taken;
  }
}
