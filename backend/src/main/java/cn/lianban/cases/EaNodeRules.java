package cn.lianban.cases;

import static cn.lianban.cases.EaSpecialNodes.FROM;
import static cn.lianban.cases.EaSpecialNodes.TO;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of one standstill that another platform tells. */
final class EaNodeRules {
  private final Findings findings;
  private final Row row;
  private final Instant now;

  EaNodeRules(Findings findings, Row row, Instant now) {
    this.findings = findings;
    this.row = row;
    this.now = now;
  }

  /**
   * @param free when the standstill before it ended
   */
  void fresh(CasefileRecord one, Instant free) {
    Instant from = Objects.requireNonNull(row.instant(FROM));
    Instant accepted = one.getAcceptedAt();
    if (!CaseStatus.valueOf(one.getStatus()).isInWork()) {
      findings.refuse(row, FROM, "已办结或移交途中的办件不能再补暂停");
    } else if (accepted == null || from.isBefore(accepted)) {
      findings.refuse(row, FROM, "暂停不能早于受理");
    } else if (from.isBefore(free)) {
      findings.refuse(row, FROM, "与前一次暂停重叠，须先写明前一次的结束时间");
    }
    times(from, row.instant(TO));
  }

  /** What was told before stays; an end may be added, and words around it. */
  void known(Row there, List<String> history) {
    for (String column : history) {
      if (row.has(column)
          && there.text(column) != null
          && !Objects.equals(row.text(column), there.text(column))) {
        findings.refuse(row, column, "与已导入的不同，不能改写历史");
      }
    }
    String ended = there.text(TO);
    if (row.has(TO) && ended != null && !ended.equals(row.text(TO))) {
      findings.refuse(row, TO, "与已导入的不同，不能改写历史");
    }
    times(Objects.requireNonNull(there.instant(FROM)), row.instant(TO));
  }

  private void times(Instant from, @Nullable Instant to) {
    if (from.isAfter(now)) {
      findings.refuse(row, FROM, "时间在将来");
    }
    if (to != null && to.isAfter(now)) {
      findings.refuse(row, TO, "时间在将来");
    } else if (to != null && to.isBefore(from)) {
      findings.refuse(row, TO, "恢复不能早于暂停");
    }
  }
}
