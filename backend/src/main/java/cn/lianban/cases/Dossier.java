package cn.lianban.cases;

import cn.lianban.clock.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a printed paper states of a case; the applicant unmasked.
 *
 * @param dueOn the last day for the decision as the clock has it; null: paused or closed
 * @param budget of the decision, in {@code budgetUnit}; null: none
 * @param notices what the applicant was told is missing, oldest first
 * @param pause the one that goes on; null: none
 * @param extension null: none
 */
public record Dossier(
    CaseFile file,
    Applicant applicant,
    List<Material> materials,
    @Nullable LocalDate dueOn,
    @Nullable Integer budget,
    @Nullable String budgetUnit,
    List<Notice> notices,
    @Nullable Suspension pause,
    @Nullable Extension extension) {

  /** A material as it was seen at acceptance. */
  public record Material(int seq, String name, MaterialState state) {}

  /** What is missing, as it was told once. */
  public record Notice(long id, Instant toldAt, LocalDate until, List<String> missing) {}

  /** More time for the decision, and why (行政许可法 Art. 42). */
  public record Extension(int days, String reason) {}
}
