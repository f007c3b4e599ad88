package cn.lianban.cases;

import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What papers print. The caller has asked {@link Cases#mayReadApplicant} and audits his use. */
@Component
public class Dossiers {
  private final CaseQueries queries;
  private final Duties duties;

  Dossiers(CaseQueries queries, Duties duties) {
    this.queries = queries;
    this.duties = duties;
  }

  /** The dossier of a case that the caller has found; three statements. */
  public Dossier of(CaseFile file) {
    Applicant applicant =
        Objects.requireNonNull(
            queries.applicants(List.of(file.applicantId())).get(file.applicantId()));
    List<Dossier.Material> materials =
        queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
            .map(one -> new Dossier.Material(one.seq(), one.name(), one.state()))
            .toList();
    Long id = file.dutyId();
    @Nullable Duty duty = id == null ? null : duties.find(id).orElse(null);
    return new Dossier(
        file,
        applicant,
        materials,
        duty == null || duty.closedAt() != null ? null : duty.dueOn(),
        duty == null ? null : duty.budget(),
        duty == null ? null : duty.budgetUnit().name());
  }
}
