package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Material;
import cn.lianban.clock.Duty;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the acceptance of a received case is checked against: the list in force on the day from
 * which it counts, which is not today's when the 5 days were missed, nor the one at receipt when
 * the item was changed since.
 */
@Component
class AwaitedAcceptance {
  private final CaseIntake intake;
  private final CaseClocks clocks;
  private final CaseQueries queries;
  private final Checklists checklists;

  AwaitedAcceptance(
      CaseIntake intake, CaseClocks clocks, CaseQueries queries, Checklists checklists) {
    this.intake = intake;
    this.clocks = clocks;
    this.queries = queries;
    this.checklists = checklists;
  }

  /**
   * @param from the decision's day 0
   * @param item as it is read on that day
   * @param before what was written at receipt
   */
  record Wanted(
      Instant from,
      Item item,
      Applicant applicant,
      List<Material> materials,
      List<CaseMaterial> before) {
    LocalDate day() {
      return LocalDate.ofInstant(from, Now.CHINA);
    }

    Map<Integer, MaterialState> carried() {
      return Checklists.carried(before, materials);
    }

    List<String> gone() {
      return Checklists.gone(before, materials);
    }

    /** Old number → new one, null: gone. Empty: none has changed. */
    Optional<Map<Integer, @Nullable Integer>> renumbered() {
      Map<String, Integer> byName = new HashMap<>();
      materials.forEach(one -> byName.putIfAbsent(one.name(), one.seq()));
      Map<Integer, @Nullable Integer> seqs = new HashMap<>();
      before.forEach(one -> seqs.put(one.seq(), byName.get(one.name())));
      boolean same =
          seqs.entrySet().stream().allMatch(one -> Objects.equals(one.getKey(), one.getValue()));
      return same ? Optional.empty() : Optional.of(seqs);
    }
  }

  /** The days for acceptance have gone by; while the applicant is waited for they stand still. */
  boolean missed(CaseFile file, Instant at) {
    Duty duty = clocks.find(CaseClocks.ACCEPTANCE, file.id());
    return duty != null && duty.dueAt() != null && !at.isBefore(duty.dueAt());
  }

  /**
   * @param complete when the last of what was asked for came; null: nothing was
   */
  Wanted list(CaseFile file, Instant at, boolean missed, @Nullable Instant complete) {
    Instant from = IntakeRules.countsFrom(file.receivedAt(), complete, at, missed);
    Item item = intake.inForce(file.itemId(), LocalDate.ofInstant(from, Now.CHINA));
    Applicant applicant =
        Objects.requireNonNull(
            queries.applicants(List.of(file.applicantId())).get(file.applicantId()));
    return new Wanted(
        from,
        item,
        applicant,
        checklists.of(item, applicant),
        queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()));
  }
}
