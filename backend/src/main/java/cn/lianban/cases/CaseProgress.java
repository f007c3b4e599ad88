package cn.lianban.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the applicant sees of his case: no names, no ids, nobody's account. */
record CaseProgress(
    String number,
    String itemName,
    CaseStatus status,
    String acceptUnit,
    String decideUnit,
    Instant receivedAt,
    @Nullable LocalDate dueOn,
    boolean paused,
    boolean provisional,
    @Nullable Instant decidedAt,
    @Nullable CaseOutcome outcome,
    @Nullable String outcomeReason,
    List<Step> history) {

  /** One thing that happened, and where. */
  record Step(Instant at, CaseEventKind kind, @Nullable String unit) {}
}
