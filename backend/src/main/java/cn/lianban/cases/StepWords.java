package cn.lianban.cases;

import cn.lianban.cases.CaseStepRows.Given;

/** A step's answer in the words of the history. */
final class StepWords {
  private StepWords() {}

  static String answered(CaseStep step, Given given) {
    String word =
        switch (given.answer()) {
          case "AGREE" -> "同意";
          case "DISAGREE" -> "不同意";
          case "REFER" -> "同意但需转报";
          default -> "超时默许";
        };
    return step.name() + "：" + word + (given.reason().isEmpty() ? "" : "。" + given.reason());
  }
}
