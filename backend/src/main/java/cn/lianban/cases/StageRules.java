package cn.lianban.cases;

import java.util.List;

/** What may happen next in a case's stages; pure. */
final class StageRules {
  private StageRules() {}

  /** The stage in work: the first whose lead has not answered; 0: all are done. */
  static int current(List<CaseStep> steps) {
    return steps.stream()
        .filter(step -> step.lead() && !step.state().settled())
        .mapToInt(CaseStep::stage)
        .min()
        .orElse(0);
  }

  /** All co-units of a stage have answered, so that the lead's own time begins. */
  static boolean leadsTurn(List<CaseStep> steps, int stage) {
    return steps.stream()
        .filter(step -> step.stage() == stage && !step.lead())
        .allMatch(step -> step.state().settled());
  }

  /** The lead may ask again: there is an answer, of a child case only that it came to nothing. */
  static boolean mayReopen(CaseStep step, CaseStep lead) {
    return !step.lead()
        && step.state().settled()
        && !lead.state().settled()
        && (step.childCaseId() == null || step.answer() == CaseStep.Answer.DISAGREE);
  }

  /** The lead may bring the stage to a good end: no co-unit stands against it. */
  static boolean mayAgree(List<CaseStep> steps, int stage) {
    return steps.stream()
        .filter(step -> step.stage() == stage && !step.lead())
        .allMatch(CaseStep::agrees);
  }

  /** The case may be passed: every lead has agreed. */
  static boolean mayPass(List<CaseStep> steps) {
    return steps.stream().filter(CaseStep::lead).allMatch(CaseStep::agrees);
  }
}
