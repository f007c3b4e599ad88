package cn.lianban.papers;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.CaseStatus;

/** The papers of a case, and from when each may be printed. */
enum PaperKind {
  /** 收件凭证 */
  RECEIPT("收", true),
  /** 一次性补正告知书 (行政许可法 Art. 32 (4): once, naming everything) */
  SUPPLEMENT("补", true),
  /** 受理通知书 */
  ACCEPTANCE("受", true),
  /** 不予受理通知书 */
  NON_ACCEPTANCE("不受", true),
  /** 特别程序告知书 (Art. 45: the time that does not count is told in writing) */
  SUSPENSION("停", false),
  /** 延期告知书 (Art. 42: with the reason) */
  EXTENSION("延", false),
  /** 准予决定书 */
  DECISION_PASSED("准", false),
  /** 不予决定书 (Art. 38: with reasons and remedies) */
  DECISION_REFUSED("不准", false),
  /** 送达回证 */
  DELIVERY("送", true);

  /** in the paper's number: 〔2026〕受12号 */
  final String mark;

  /** issued by the accepting unit; else by the deciding one */
  final boolean byAcceptUnit;

  PaperKind(String mark, boolean byAcceptUnit) {
    this.mark = mark;
    this.byAcceptUnit = byAcceptUnit;
  }

  /**
   * The case has come to the point that the paper states.
   *
   * @param state what its clock and its notices say
   */
  boolean fits(CaseFile file, State state) {
    CaseStatus status = file.status();
    boolean decided = status == CaseStatus.DECIDED || status == CaseStatus.DELIVERED;
    return switch (this) {
      case RECEIPT -> true;
      case SUPPLEMENT -> state.unprintedNotice();
      case ACCEPTANCE -> file.acceptedAt() != null;
      case NON_ACCEPTANCE -> status == CaseStatus.NOT_ACCEPTED;
      case SUSPENSION -> state.paused();
      case EXTENSION -> state.extended();
      case DECISION_PASSED -> decided && file.outcome() != CaseOutcome.REFUSED;
      case DECISION_REFUSED -> decided && file.outcome() == CaseOutcome.REFUSED;
      case DELIVERY -> decided;
    };
  }

  /**
   * Beside the case's own row.
   *
   * @param unprintedNotice a supplement notice is on record and was not printed yet
   * @param paused the decision's clock stands still
   * @param extended the decision was given more time
   */
  record State(boolean unprintedNotice, boolean paused, boolean extended) {}
}
