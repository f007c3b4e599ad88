package cn.lianban.cases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts a procedure, and the rule about silence, in force as they stand: demo data. As {@link
 * PastCases}, no rights are asked and nothing is audited here. Runs in the caller's transaction.
 */
@Component
public class PastProcedures {
  private final ProcedureRows rows;
  private final ConsentRules rules;

  PastProcedures(ProcedureRows rows, ConsentRules rules) {
    this.rows = rows;
    this.rules = rules;
  }

  /**
   * One unit's part in a stage.
   *
   * @param limitDays working days from the opening of the step
   * @param silenceConsents with a published rule, silence counts as consent; never the lead's
   */
  public record Part(
      String name, int unitId, boolean lead, int limitDays, boolean silenceConsents) {}

  /** An item's first procedure: one stage, in which the parts stand side by side. */
  public void publish(long itemId, String stageName, List<Part> parts) {
    List<Procedure.Step> steps = new ArrayList<>();
    for (Part part : parts) {
      steps.add(
          new Procedure.Step(
              1,
              stageName,
              steps.size() + 1,
              part.name(),
              part.unitId(),
              part.lead(),
              part.limitDays(),
              null,
              part.silenceConsents()));
    }
    long id = rows.insert(itemId, 1, true);
    rows.steps(id, ProcedureRules.checked(steps));
    Procedure draft = rows.find(id).orElseThrow();
    rows.update(draft, draft.version(), Procedure.State.IN_FORCE, draft.joint());
  }

  /**
   * @param document the district's paper by which silence counts as consent
   */
  public void silenceConsents(String document) {
    rules.put(rules.current().version(), document);
  }
}
