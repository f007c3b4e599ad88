package cn.lianban.cases;

import cn.lianban.graphql.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a procedure has to be: every stage has exactly one lead, limits are limits (国办发〔2019〕11号).
 */
final class ProcedureRules {
  private static final int MOST_STEPS = 100;
  private static final int MOST_IN_STAGE = 50;
  private static final int MOST_STAGES = 20;
  private static final int LONGEST_DAYS = 60;

  private ProcedureRules() {}

  /**
   * Numbers the steps of each stage in their order.
   *
   * @throws Rejected NO_STEPS, TOO_LONG, STAGE_GAP, ONE_LEAD, REQUIRED, OUT_OF_RANGE, LEAD_SILENT,
   *     LEAD_CHILD, CHILD_SILENT at steps
   */
  static List<Procedure.Step> checked(List<Procedure.Step> typed) {
    if (typed.isEmpty()) {
      throw refused("NO_STEPS", "至少要有一个环节");
    }
    if (typed.size() > MOST_STEPS) {
      throw refused("TOO_LONG", "最多 " + MOST_STEPS + " 个环节");
    }
    List<Procedure.Step> steps = new ArrayList<>();
    Map<Integer, Integer> last = new HashMap<>();
    for (Procedure.Step step : typed) {
      check(step);
      int seq = last.merge(step.stage(), 1, Integer::sum);
      steps.add(numbered(step, seq));
    }
    int stages = last.size();
    for (int stage = 1; stage <= stages; stage++) {
      stage(steps, stage);
    }
    return steps;
  }

  private static Procedure.Step numbered(Procedure.Step step, int seq) {
    return new Procedure.Step(
        step.stage(),
        step.stageName().strip(),
        seq,
        step.name().strip(),
        step.unitId(),
        step.lead(),
        step.limitDays(),
        step.childItemId(),
        step.silenceConsents());
  }

  private static void check(Procedure.Step step) {
    if (step.stage() < 1 || step.stage() > MOST_STAGES) {
      throw refused("OUT_OF_RANGE", "阶段须在 1 至 " + MOST_STAGES + " 之间");
    }
    if (step.name().isBlank() || step.stageName().isBlank()) {
      throw refused("REQUIRED", "请填写阶段名称和环节名称");
    }
    if (step.name().length() > 100 || step.stageName().length() > 100) {
      throw refused("TOO_LONG", "名称最多 100 个字符");
    }
    if (step.limitDays() < 1 || step.limitDays() > LONGEST_DAYS) {
      throw refused("OUT_OF_RANGE", "环节时限须在 1 至 " + LONGEST_DAYS + " 个工作日之间");
    }
    if (step.lead() && step.silenceConsents()) {
      throw refused("LEAD_SILENT", "牵头单位不适用超时默许");
    }
    if (step.lead() && step.childItemId() != null) {
      throw refused("LEAD_CHILD", "牵头环节不能是子办件");
    }
    if (step.childItemId() != null && step.silenceConsents()) {
      throw refused("CHILD_SILENT", "行政许可不适用超时默许");
    }
  }

  private static void stage(List<Procedure.Step> steps, int stage) {
    List<Procedure.Step> here = steps.stream().filter(step -> step.stage() == stage).toList();
    if (here.isEmpty()) {
      throw refused("STAGE_GAP", "阶段须从 1 起连续编号");
    }
    if (here.size() > MOST_IN_STAGE) {
      throw refused("TOO_LONG", "每个阶段最多 " + MOST_IN_STAGE + " 个环节");
    }
    if (here.stream().filter(Procedure.Step::lead).count() != 1) {
      throw refused("ONE_LEAD", "第 " + stage + " 阶段须有且只有一个牵头单位");
    }
  }

  private static Rejected refused(String code, String words) {
    return new Rejected(code, "steps", words);
  }
}
