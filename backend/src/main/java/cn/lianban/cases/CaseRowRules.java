package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of one row of a past case; table-tested, no SQL. */
final class CaseRowRules {
  private static final List<String> ORDER =
      List.of(
          CaseColumns.RECEIVED_AT,
          CaseColumns.ACCEPTED_AT,
          CaseColumns.PAUSED_AT,
          CaseColumns.RESUMED_AT,
          CaseColumns.DECIDED_AT,
          CaseColumns.DELIVERED_AT);
  private static final Map<String, String> WORDS =
      Map.of(
          CaseColumns.RECEIVED_AT, "收件",
          CaseColumns.ACCEPTED_AT, "受理",
          CaseColumns.PAUSED_AT, "暂停",
          CaseColumns.RESUMED_AT, "恢复",
          CaseColumns.DECIDED_AT, "办结",
          CaseColumns.DELIVERED_AT, "送达");
  private final Findings findings;
  private final Instant now;

  CaseRowRules(Findings findings, Instant now) {
    this.findings = findings;
    this.now = now;
  }

  /**
   * The instants come one after the other and none lies ahead. What the other platform has in the
   * wrong order, acceptance before receipt or decision before acceptance, came from there: it is
   * imported as it is, with a remark, and supervision's rules look at it. Not where a pause lies
   * between, for a clock that stood still cannot be reckoned backwards.
   */
  void times(Row row) {
    String before = CaseColumns.RECEIVED_AT;
    for (String step : ORDER) {
      Instant at = row.instant(step);
      Instant last = row.instant(before);
      if (at == null) {
        continue;
      }
      if (at.isAfter(now)) {
        findings.refuse(row, step, "时间在将来");
      } else if (last != null && at.isBefore(last)) {
        disorder(row, step, before);
      }
      before = step;
    }
  }

  private void disorder(Row row, String step, String before) {
    boolean odd =
        step.equals(CaseColumns.ACCEPTED_AT)
            || step.equals(CaseColumns.DECIDED_AT) && before.equals(CaseColumns.ACCEPTED_AT);
    if (odd) {
      findings.note(row, WORDS.get(step) + "早于" + WORDS.get(before) + "，按来源平台的时间导入");
    } else {
      findings.refuse(row, step, WORDS.get(step) + "不能早于" + WORDS.get(before));
    }
  }

  /** Which column goes with which. */
  void pairs(Row row) {
    needs(row, CaseColumns.RESUMED_AT, CaseColumns.PAUSED_AT, "有暂停结束，须有暂停开始");
    needs(row, CaseColumns.PAUSED_AT, CaseColumns.PAUSE_BASIS, "暂停须写明依据（行政许可法第四十五条）");
    needs(row, CaseColumns.DECIDED_AT, CaseColumns.OUTCOME, "已办结须填写办理结果");
    needs(row, CaseColumns.OUTCOME, CaseColumns.DECIDED_AT, "有办理结果须填写办结时间");
    needs(row, CaseColumns.DELIVERED_AT, CaseColumns.DECIDED_AT, "送达前须已办结");
    outcome(row);
    if (row.text(CaseColumns.DECIDED_AT) != null
        && row.text(CaseColumns.PAUSED_AT) != null
        && row.text(CaseColumns.RESUMED_AT) == null) {
      findings.refuse(row, CaseColumns.RESUMED_AT, "已办结的办件须有暂停结束时间");
    }
  }

  /** Who acted for the applicant showed who he was and on what mandate, and it held. */
  void agent(Row row) {
    needs(row, CaseColumns.AGENT, CaseColumns.AGENT_ID_NUMBER, "有代办人，须填写代办人证件号码");
    needs(row, CaseColumns.AGENT, CaseColumns.MANDATE, "有代办人，须填写代理权限");
    for (String column :
        List.of(
            CaseColumns.AGENT_ID_KIND,
            CaseColumns.AGENT_ID_NUMBER,
            CaseColumns.MANDATE,
            CaseColumns.MANDATE_UNTIL)) {
      needs(row, column, CaseColumns.AGENT, "没有填写代办人");
    }
    String number = row.text(CaseColumns.AGENT_ID_NUMBER);
    if (number != null && !ApplicantRules.right(agentIdKind(row), number)) {
      findings.refuse(row, CaseColumns.AGENT_ID_NUMBER, "证件号码校验不通过，请核对");
    }
    Instant received =
        row.instant(
            row.text(CaseColumns.RECEIVED_AT) == null
                ? CaseColumns.ACCEPTED_AT
                : CaseColumns.RECEIVED_AT);
    LocalDate until = row.date(CaseColumns.MANDATE_UNTIL);
    if (until != null
        && received != null
        && until.isBefore(LocalDate.ofInstant(received, Now.CHINA))) {
      findings.refuse(row, CaseColumns.MANDATE_UNTIL, "收件时委托已到期");
    }
  }

  /** An identity card, where the file does not say. */
  static Applicant.IdKind agentIdKind(Row row) {
    String kind = row.text(CaseColumns.AGENT_ID_KIND);
    return kind == null ? Applicant.IdKind.IDENTITY_CARD : Applicant.IdKind.valueOf(kind);
  }

  private void outcome(Row row) {
    String outcome = row.text(CaseColumns.OUTCOME);
    boolean passed = outcome == null || outcome.startsWith("PASSED");
    if ("NOT_ACCEPTED".equals(outcome)) {
      findings.refuse(row, CaseColumns.OUTCOME, "不予受理的办件没有受理时限，不作为办件导入");
    } else if ("REFUSED".equals(outcome) && row.text(CaseColumns.REASON) == null) {
      findings.refuse(row, CaseColumns.REASON, "不予许可须说明理由（行政许可法第三十八条）");
    } else if (!passed && row.text(CaseColumns.REASON) == null) {
      findings.refuse(row, CaseColumns.REASON, "作废、转报、撤回须说明理由");
    }
    if (outcome != null
        && !passed
        && !outcome.equals("REFUSED")
        && row.text(CaseColumns.DELIVERED_AT) != null) {
      findings.refuse(row, CaseColumns.DELIVERED_AT, "没有作出决定，无可送达");
    }
  }

  private void needs(Row row, String one, String other, String words) {
    if (row.text(one) != null && row.text(other) == null) {
      findings.refuse(row, other, words);
    }
  }

  /** An item that could be accepted there on that day. */
  void item(Row row, @Nullable Item item, @Nullable Unit unit, boolean opened) {
    if (item == null) {
      findings.refuse(row, CaseColumns.ITEM_CODE, "事项清单里没有这个编码");
    }
    if (unit == null) {
      findings.refuse(row, CaseColumns.ACCEPT_UNIT, "本区没有这个单位");
    }
    if (item == null || unit == null) {
      return;
    }
    if (item.promisedLimit() == null) {
      findings.refuse(row, CaseColumns.ITEM_CODE, "该事项的承诺时限尚未确认，无法计算时限");
    } else if (item.unitId() != unit.id() && !opened) {
      findings.refuse(row, CaseColumns.ACCEPT_UNIT, "该单位未开通受理该事项");
    }
  }

  /** History is not rewritten: only what comes later may be added. */
  void unchanged(Row row, Row before) {
    if (before.text(CaseColumns.DECIDED_AT) != null
        && before.text(CaseColumns.PAUSED_AT) == null
        && row.text(CaseColumns.PAUSED_AT) != null) {
      findings.refuse(row, CaseColumns.PAUSED_AT, "已办结的办件不能再补暂停");
    }
    for (String column : row.columns()) {
      boolean later = CaseColumns.LATER.contains(column) && before.text(column) == null;
      if (!later
          && !column.equals(CaseColumns.ITEM_NAME)
          && !Objects.equals(row.text(column), before.text(column))) {
        findings.refuse(row, column, "与已导入的不同，不能改写历史");
      }
    }
  }
}
