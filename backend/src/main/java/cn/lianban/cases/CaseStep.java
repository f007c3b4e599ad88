package cn.lianban.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one unit does for a case in a stage; a row with a version of its own.
 *
 * @param dutyId its clock; of a child case the child's
 */
record CaseStep(
    long id,
    long caseId,
    int stage,
    int seq,
    String stageName,
    String name,
    int unitId,
    boolean lead,
    int limitDays,
    @Nullable Long childItemId,
    @Nullable Long childCaseId,
    boolean silenceConsents,
    State state,
    @Nullable Answer answer,
    String reason,
    @Nullable Instant answeredAt,
    int urged,
    @Nullable Long dutyId,
    int version) {
  /** The API's id kind. */
  static final String KIND = "CaseStep";

  /** Where a step stands. */
  enum State {
    WAITING,
    /** asked before its stage, without a clock (提前介入) */
    EARLY,
    OPEN,
    ANSWERED,
    /** silence counted as consent by a published rule (超时默许) */
    DEEMED,
    /** the case ended first */
    ENDED;

    boolean settled() {
      return this == ANSWERED || this == DEEMED;
    }
  }

  /** A co-unit answers exactly one of these; a refusal has reasons (并联审批). */
  enum Answer {
    AGREE,
    DISAGREE,
    /** agrees, and the matter has to be referred upward (同意但需转报) */
    REFER
  }

  boolean agrees() {
    return state.settled() && answer != Answer.DISAGREE;
  }
}
