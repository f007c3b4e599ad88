package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.cases.Cases.Call;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Endings without a decision: nothing is deleted, voiding is an ending with a reason. */
@Component
class Endings {
  private final CaseActs acts;
  private final CaseSteps steps;
  private final CaseClocks clocks;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  Endings(
      CaseActs acts,
      CaseSteps steps,
      CaseClocks clocks,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.acts = acts;
    this.steps = steps;
    this.clocks = clocks;
    this.log = log;
    this.events = events;
  }

  /**
   * @param status WITHDRAWN, VOIDED or TRANSFERRED
   */
  long end(Call call, CaseStatus status, String reason) {
    String why = Texts.required(reason, "reason", "请填写原因");
    return acts.act(
        call, CaseAction.END, (file, by, at) -> end(file, call.version(), by, status, why, at));
  }

  void end(CaseFile file, int version, By by, CaseStatus status, String why, Instant at) {
    steps.change(
        file, version, Map.of(CASEFILE.STATUS, status.name(), CASEFILE.OUTCOME_REASON, why));
    clocks.closeAll(file.id(), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.valueOf(status.name()), by, at, why);
    events.publishEvent(new CaseEnded(file.id(), status));
  }
}
