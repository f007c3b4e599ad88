package cn.lianban.cases;

import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what happened on another day or elsewhere: demo data, history imports. No rights are asked
 * and nothing is audited here, the import itself is; the clock and the history are as real as any.
 * Runs in the caller's transaction, under reach ALL.
 */
@Component
public class PastCases {
  private final Cases cases;
  private final CaseIntake intake;
  private final CaseSteps steps;
  private final Endings endings;
  private final Units units;

  PastCases(Cases cases, CaseIntake intake, CaseSteps steps, Endings endings, Units units) {
    this.cases = cases;
    this.intake = intake;
    this.steps = steps;
    this.endings = endings;
    this.units = units;
  }

  /** Accepts at a unit on a past instant; answers the case's id and query password. */
  public Opened accept(NewCase wanted, int unitId, Instant at) {
    long id = intake.open(wanted, units.find(unitId).orElseThrow(), new By(unitId, null), at);
    return new Opened(id, steps.issuePassword(file(id)));
  }

  public void handUp(long id, Instant at) {
    CaseFile file = file(id);
    steps.handUp(file, file.version(), new By(file.acceptUnitId(), null), "", at);
  }

  public void sign(long id, Instant at) {
    CaseFile file = file(id);
    steps.sign(file, file.version(), decider(file), at);
  }

  public void sendBack(long id, String reason, Instant at) {
    CaseFile file = file(id);
    steps.sendBack(file, file.version(), decider(file), reason, at);
  }

  public void suspend(long id, SuspensionReason reason, String basis, LocalDate until, Instant at) {
    suspend(id, new Standstill(reason, basis, until, at), at);
  }

  void suspend(long id, Standstill stop, Instant at) {
    CaseFile file = file(id);
    By by = new By(file.holderUnitId(), null);
    steps.suspend(file, file.version(), by, stop, at);
  }

  public void resume(long id, Instant at) {
    CaseFile file = file(id);
    steps.resume(file, file.version(), new By(file.holderUnitId(), null), at);
  }

  public void extend(long id, int days, String reason, Instant at) {
    CaseFile file = file(id);
    steps.extend(file, file.version(), decider(file), days, reason, at);
  }

  public void decide(
      long id,
      CaseOutcome outcome,
      @Nullable String reason,
      @Nullable String resultNo,
      Instant at) {
    CaseFile file = file(id);
    steps.decide(file, file.version(), decider(file), new Decision(outcome, reason, resultNo), at);
  }

  /**
   * @param status WITHDRAWN, VOIDED or TRANSFERRED
   */
  void end(long id, CaseStatus status, String reason, Instant at) {
    CaseFile file = file(id);
    By by = new By(file.holderUnitId(), null);
    endings.end(file, file.version(), by, status, reason, at);
  }

  public void deliver(long id, Instant at) {
    CaseFile file = file(id);
    steps.deliver(file, file.version(), new By(file.acceptUnitId(), null), "", at);
  }

  private static By decider(CaseFile file) {
    return new By(file.decideUnitId(), null);
  }

  private CaseFile file(long id) {
    return cases.find(id).orElseThrow();
  }

  /** A past case and its query password. */
  public record Opened(long id, String queryPassword) {}
}
