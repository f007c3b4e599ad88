package cn.lianban.setup;

import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.PastCases;
import cn.lianban.clock.SuspensionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * What happens to one case, step by step until now: most are done in time, some late, some come
 * back, some rest. Steps that would lie in the future are not taken, which leaves cases in every
 * state.
 */
final class DemoStory {
  private static final String[] RETURNS = {
    "申请表未签字，请补签后重新报送", "材料复印件不清晰，请核对原件", "申请人基本信息与材料不一致，请核实"
  };
  private static final String[] REFUSALS = {
    "经核查，申请人不符合规定的条件", "现场核查未通过，场所布局不符合要求", "申请事项依法不属于本区管辖"
  };
  private final PastCases cases;
  private final DemoDays days;
  private final RandomGenerator random;
  private final Instant now;

  DemoStory(PastCases cases, DemoDays days, RandomGenerator random, Instant now) {
    this.cases = cases;
    this.days = days;
    this.random = random;
    this.now = now;
  }

  /**
   * Tells the rest of an accepted case's story.
   *
   * @param late the promise will not be kept
   * @return when it was decided and delivered
   */
  Ending tell(long id, int promised, boolean late, Instant accepted) {
    Instant at = days.after(accepted, promised <= 1 ? 0 : random.nextInt(2));
    if (future(at)) {
      return Ending.OPEN;
    }
    cases.handUp(id, at);
    if (chance(7)) {
      at = days.after(at, promised <= 1 ? 0 : 1);
      if (future(at)) {
        return Ending.OPEN;
      }
      cases.sendBack(id, RETURNS[random.nextInt(RETURNS.length)], at);
      at = days.after(at, 1);
      if (future(at)) {
        return Ending.OPEN;
      }
      cases.handUp(id, at);
    }
    at = days.after(at, promised <= 1 ? 0 : random.nextInt(2));
    if (future(at)) {
      return Ending.OPEN;
    }
    cases.sign(id, at);
    return atTheDepartment(id, promised, late, at);
  }

  /** Handed up on the day of acceptance; half of the time the department has signed. */
  void waitForSignature(long id, Instant accepted) {
    Instant up = days.after(accepted, 0);
    cases.handUp(id, up);
    if (chance(50)) {
      cases.sign(id, days.after(up, 1));
    }
  }

  private Ending atTheDepartment(long id, int promised, boolean late, Instant signed) {
    Instant at = signed;
    if (promised > 2 && chance(9)) {
      at = days.after(at, 1);
      if (future(at) || !rest(id, at)) {
        return Ending.OPEN;
      }
      at = days.after(at, 3 + random.nextInt(6));
      if (future(at)) {
        return Ending.OPEN;
      }
      cases.resume(id, at);
    }
    if (promised >= 5 && chance(4)) {
      at = days.after(at, 1);
      if (future(at)) {
        return Ending.OPEN;
      }
      cases.extend(id, 3 + random.nextInt(8), "案情复杂，经负责人批准延长办理期限", at);
    }
    return decide(id, days.after(at, work(promised, late)));
  }

  private boolean rest(long id, Instant at) {
    SuspensionReason reason =
        switch (random.nextInt(3)) {
          case 0 -> SuspensionReason.PUBLICITY;
          case 1 -> SuspensionReason.VERIFICATION;
          default -> SuspensionReason.EXAMINATION;
        };
    LocalDate until = days.day(at, 4 + random.nextInt(8));
    cases.suspend(id, reason, "依照《行政许可法》第四十五条，所需时间不计入期限，已书面告知申请人", until, at);
    return true;
  }

  /** Working days at the department: half of the promise, or well beyond it. */
  private int work(int promised, boolean late) {
    if (late) {
      return promised + 1 + random.nextInt(chance(25) ? 30 : 5);
    }
    return promised <= 1 ? 0 : random.nextInt(Math.max(1, promised * 2 / 3));
  }

  private Ending decide(long id, Instant at) {
    if (future(at)) {
      return Ending.OPEN;
    }
    boolean refused = chance(6);
    cases.decide(
        id,
        refused ? CaseOutcome.REFUSED : CaseOutcome.PASSED,
        refused ? REFUSALS[random.nextInt(REFUSALS.length)] : null,
        "示范〔%d〕%d号".formatted(at.atZone(cn.lianban.tenancy.Now.CHINA).getYear(), id),
        at);
    Instant delivered = days.after(at, random.nextInt(4));
    if (chance(5) || future(delivered)) {
      return new Ending(at, refused);
    }
    cases.deliver(id, delivered);
    return new Ending(at, refused);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private boolean future(Instant at) {
    return !at.isBefore(now);
  }

  /**
   * @param decidedAt null: not yet
   */
  record Ending(@org.jspecify.annotations.Nullable Instant decidedAt, boolean refused) {
    static final Ending OPEN = new Ending(null, false);
  }
}
