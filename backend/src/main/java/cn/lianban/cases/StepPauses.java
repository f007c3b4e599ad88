package cn.lianban.cases;

import cn.lianban.cases.CaseStep.State;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The steps of a case stand still with it: while experts are heard no co-unit is late, and silence
 * is no consent. A child case has a clock and suspensions of its own.
 */
@Component
class StepPauses {
  private final CaseStepRows rows;
  private final StepClocks clocks;

  StepPauses(CaseStepRows rows, StepClocks clocks) {
    this.rows = rows;
    this.clocks = clocks;
  }

  void stopped(CaseFile file, Instant at) {
    running(file).forEach(duty -> clocks.follow(file, duty, at));
  }

  /** A lead that waits for a co-unit's other answer waits on. */
  void goesOn(CaseFile file, Instant at) {
    running(file).forEach(duty -> clocks.goOn(file, duty, at));
  }

  private LongStream running(CaseFile file) {
    return file.procedureId() == null
        ? LongStream.empty()
        : rows.of(file.id()).stream()
            .filter(step -> step.state() == State.OPEN && step.childCaseId() == null)
            .map(CaseStep::dutyId)
            .flatMap(Stream::ofNullable)
            .mapToLong(Long::longValue);
  }
}
