package cn.lianban.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a printed paper states of a case; the applicant unmasked.
 *
 * @param dueOn the last day for the decision as the clock has it; null: paused or closed
 * @param budget of the decision, in {@code budgetWords}; null: none
 */
public record Dossier(
    CaseFile file,
    Applicant applicant,
    List<Material> materials,
    @Nullable LocalDate dueOn,
    @Nullable Integer budget,
    @Nullable String budgetUnit) {

  /** A material as it was seen at acceptance. */
  public record Material(int seq, String name, MaterialState state) {}
}
