package cn.lianban.supervision;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found in a case, and what came of it.
 *
 * @param unitId who has to answer
 * @param evidence by name, as the screens translate it
 * @param level 1 the unit, 2 supervision, 3 the leader
 * @param dutyId the answer's clock; null when the rule asks for no answer
 */
record Alert(
    long id,
    Rule rule,
    int ruleVersion,
    long caseId,
    int unitId,
    @Nullable Integer subDistrictId,
    boolean atDistrict,
    Instant happenedAt,
    Instant openedAt,
    Map<String, String> evidence,
    int level,
    State state,
    @Nullable Long dutyId,
    int version) {
  /** The API's id kind, and the clock's subject kind. */
  static final String KIND = "Alert";

  static final int HIGHEST = 3;

  enum State {
    NOTED,
    OPEN,
    ANSWERED,
    APPEALED,
    ACCEPTED,
    FALSE_ALARM
  }

  /** Why a unit calls an alert false. */
  enum Ground {
    SYSTEM_DOWN,
    WRONG_IMPORT,
    WRONG_RULE,
    OTHER
  }

  enum StepKind {
    OPENED,
    ANSWERED,
    APPEALED,
    ACCEPTED,
    SENT_BACK,
    FALSE_ALARM,
    CLIMBED
  }

  /** What was said about it, by which unit. */
  record Step(
      Instant at,
      StepKind kind,
      @Nullable Integer unitId,
      @Nullable Ground ground,
      String note,
      String measures,
      @Nullable Long attachmentId) {}
}
