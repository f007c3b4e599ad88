package cn.lianban.cases;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The cases that rows of the EA_JC_STEP tables speak of. */
@Component
class EaCases {
  /** Under this source cases of the tables are known; {@code projid} is their number. */
  static final String SOURCE = "EA_JC_STEP";

  static final String PROJID = "projid";
  private final ForeignCases cases;

  EaCases(ForeignCases cases) {
    this.cases = cases;
  }

  static Column projid() {
    return Column.text(PROJID, PROJID).aliases("申办号").max(100).asIdentity();
  }

  static Column sn() {
    return Column.integer(ForeignNodes.SN, ForeignNodes.SN).aliases("次序", "序号").asIdentity();
  }

  /** By projid; what came from the tables. */
  Map<String, CasefileRecord> of(List<Row> rows) {
    Map<String, CasefileRecord> found = new HashMap<>();
    cases
        .found(
            rows.stream()
                .map(
                    row ->
                        Row.empty()
                            .with(CaseColumns.SOURCE, SOURCE)
                            .with(CaseColumns.FOREIGN_NO, row.need(PROJID)))
                .toList())
        .forEach(one -> found.put(one.getForeignNo(), one));
    return found;
  }

  /** Refuses rows whose case did not come from the tables; answers the cases of the others. */
  Map<String, CasefileRecord> check(List<Row> rows, Findings findings) {
    Map<String, CasefileRecord> found = of(rows);
    Set<String> own = own(rows);
    for (Row row : rows) {
      String number = row.need(PROJID);
      if (own.contains(number)) {
        findings.refuse(row, PROJID, "这是本系统自己的办件，不能再导入");
      } else if (!found.containsKey(number)) {
        findings.refuse(row, PROJID, "没有这个办件，请先导入 EA_JC_STEP_BASICINFO");
      }
    }
    return found;
  }

  /** Our own cases leave under their own numbers; coming back they are not another's. */
  Set<String> own(List<Row> rows) {
    return new HashSet<>(cases.own(rows.stream().map(row -> row.need(PROJID)).toList()));
  }

  static String number(CasefileRecord one) {
    return one.getForeignNo() == null ? one.getNumber() : one.getForeignNo();
  }
}
