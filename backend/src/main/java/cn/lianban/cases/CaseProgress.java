package cn.lianban.cases;

import cn.lianban.clock.SuspensionReason;
import cn.lianban.files.StoredFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant sees of his case: no names, no ids, nobody's account.
 *
 * @param acceptBy until when he is answered whether it is accepted; null: he is, or is waited for
 * @param files what was served electronically
 * @param news whether he is told by SMS; null: no mobile number is on file
 */
record CaseProgress(
    String number,
    String itemName,
    CaseStatus status,
    String acceptUnit,
    String decideUnit,
    Instant receivedAt,
    @Nullable LocalDate acceptBy,
    @Nullable LocalDate dueOn,
    boolean paused,
    @Nullable SuspensionReason pausedReason,
    @Nullable String pausedBasis,
    @Nullable LocalDate pausedUntil,
    boolean provisional,
    @Nullable Instant decidedAt,
    @Nullable CaseOutcome outcome,
    @Nullable String outcomeReason,
    List<Step> history,
    List<Stage> steps,
    List<Moved> moves,
    List<String> missing,
    @Nullable LocalDate missingUntil,
    List<String> owed,
    @Nullable LocalDate owedUntil,
    boolean canWithdraw,
    @Nullable Boolean news,
    @Nullable String resultNo,
    @Nullable Instant deliveredAt,
    @Nullable Delivery delivery,
    List<StoredFile> files) {

  /** What a unit does for the case, where several do. */
  record Stage(int stage, String name, String unit, CaseStep.State state) {}

  /**
   * Why the expected day is another one.
   *
   * @param kind as of {@link cn.lianban.clock.DueMove}
   */
  record Moved(
      Instant at,
      String kind,
      String cause,
      @Nullable LocalDate oldDueOn,
      @Nullable LocalDate newDueOn) {}

  /** One thing that happened, and where. */
  record Step(Instant at, CaseEventKind kind, @Nullable String unit) {}
}
