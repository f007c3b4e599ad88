package cn.lianban.cases;

import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.SubjectClocks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What papers print. The caller has asked {@link Cases#mayReadApplicant} and audits his use. */
@Component
public class Dossiers {
  private final CaseQueries queries;
  private final Duties duties;
  private final SubjectClocks clocks;
  private final Supplements supplements;

  Dossiers(CaseQueries queries, Duties duties, SubjectClocks clocks, Supplements supplements) {
    this.queries = queries;
    this.duties = duties;
    this.clocks = clocks;
    this.supplements = supplements;
  }

  /** What the applicant was told is missing, oldest first; one statement. */
  public List<Dossier.Notice> notices(CaseFile file) {
    return supplements.of(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
        .map(one -> new Dossier.Notice(one.id(), one.toldAt(), one.until(), one.missing()))
        .toList();
  }

  /** The decision's clock; null before acceptance. */
  public @Nullable Duty clock(CaseFile file) {
    Long id = file.dutyId();
    return id == null ? null : duties.find(id).orElse(null);
  }

  /** A paper that tells the applicant of the pause is in his hands. */
  public void toldOfPause(CaseFile file, Instant at) {
    clocks.told(Objects.requireNonNull(file.dutyId()), at);
  }

  private Dossier.@Nullable Extension extension(@Nullable Duty duty) {
    return duty == null || duty.extendedBy() == 0
        ? null
        : duties.moves(duty.id()).stream()
            .filter(move -> move.kind().equals("EXTENDED"))
            .map(move -> new Dossier.Extension(duty.extendedBy(), move.cause()))
            .findFirst()
            .orElse(null);
  }

  /** The dossier of a case that the caller has found; six statements at most. */
  public Dossier of(CaseFile file) {
    Applicant applicant =
        Objects.requireNonNull(
            queries.applicants(List.of(file.applicantId())).get(file.applicantId()));
    List<Dossier.Material> materials =
        queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
            .map(one -> new Dossier.Material(one.seq(), one.name(), one.state()))
            .toList();
    Duty duty = clock(file);
    return new Dossier(
        file,
        applicant,
        materials,
        duty == null || duty.closedAt() != null ? null : duty.dueOn(),
        duty == null ? null : duty.budget(),
        duty == null ? null : duty.budgetUnit().name(),
        notices(file),
        duty == null || !duty.paused() ? null : duties.pause(duty.id()),
        extension(duty));
  }
}
