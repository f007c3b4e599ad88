package cn.lianban.cases;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of the provincial supervision tables (EA_JC_STEP_*, domain.md §2.2): the same cases in its
 * own words. Fields that we keep nothing for are read, not compared, and left empty on the way out.
 */
final class EaTable implements Kind {
  /** Under this source cases of the tables are known; {@code projid} is their number. */
  static final String SOURCE = "EA_JC_STEP";

  static final String PROJID = "projid";
  private final CaseKind cases;
  private final String name;
  private final boolean opens;
  private final List<Field> fields;
  private final Map<String, String> ours = new HashMap<>();
  private final Map<String, String> theirs = new HashMap<>();

  /**
   * @param ours the case column, null when we keep nothing for it
   */
  record Field(Column column, @Nullable String ours) {}

  /**
   * @param opens the table that brings new cases; the others add to them
   */
  EaTable(CaseKind cases, String name, boolean opens, List<Field> fields) {
    this.cases = cases;
    this.name = name;
    this.opens = opens;
    this.fields = fields;
    for (Field field : fields) {
      if (field.ours() != null) {
        ours.put(field.column().key(), field.ours());
        theirs.put(field.ours(), field.column().key());
      }
    }
  }

  @Override
  public String name() {
    return "ea-" + name.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String title() {
    return "EA_JC_STEP_" + name;
  }

  @Override
  public List<Column> columns() {
    return fields.stream().map(Field::column).toList();
  }

  @Override
  public void authoriseExport() {
    cases.authoriseExport();
  }

  @Override
  public void authoriseImport() {
    cases.authoriseImport();
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    Map<String, Row> asked = new HashMap<>();
    wanted.forEach(row -> asked.put(row.need(PROJID), row));
    return known(wanted).stream()
        .map(
            there ->
                spokenAs(
                    there.renamed(theirs), asked.get(there.need(CaseColumns.FOREIGN_NO)), there))
        .toList();
  }

  private List<Row> known(List<Row> wanted) {
    return cases.current(wanted.stream().map(this::translated).toList());
  }

  /** Fields that we keep nothing for, and codes that mean the same, in the file's own words. */
  private Row spokenAs(Row there, @Nullable Row asked, Row known) {
    if (asked == null) {
      return EaCodes.outcome(there, known);
    }
    Row spoken = EaCodes.outcome(there, known);
    for (String column : asked.columns()) {
      boolean same =
          EaCodes.RESULT.equals(column)
              && Objects.equals(
                  EaCodes.outcome(asked.text(column)), known.text(CaseColumns.OUTCOME));
      if (!ours.containsKey(column) || same) {
        spoken = spoken.with(column, asked.text(column));
      }
    }
    return spoken;
  }

  private Row translated(Row row) {
    Row renamed = row.renamed(ours).with(CaseColumns.SOURCE, SOURCE);
    return row.has(EaCodes.RESULT)
        ? renamed.with(CaseColumns.OUTCOME, EaCodes.outcome(row.text(EaCodes.RESULT)))
        : renamed;
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Set<String> here = new HashSet<>();
    known(rows).forEach(row -> here.add(row.need(CaseColumns.FOREIGN_NO)));
    List<Row> checked = new ArrayList<>();
    for (Row row : rows) {
      if (!opens && !here.contains(row.need(PROJID))) {
        findings.refuse(row, PROJID, "没有这个办件，请先导入 EA_JC_STEP_BASICINFO");
      } else if (EaCodes.isForeign(row)) {
        findings.refuse(row, EaCodes.RESULT, "作废、删除、转报、补正不来办结没有对应的决定，请人工处理");
      } else {
        checked.add(translated(row));
      }
    }
    cases.check(checked, new Translating(findings));
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    Map<String, Row> known = new HashMap<>();
    known(changes.stream().map(Change::row).toList())
        .forEach(row -> known.put(row.need(CaseColumns.FOREIGN_NO), row));
    cases.apply(
        changes.stream()
            .map(
                change ->
                    new Change(translated(change.row()), known.get(change.row().need(PROJID))))
            .toList(),
        incoming);
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    cases.export(
        selection,
        row -> {
          if (opens || theirs.keySet().stream().anyMatch(key -> has(row, key))) {
            sink.accept(EaCodes.outcome(row.renamed(theirs), row));
          }
        });
  }

  /** A case without a pause has no special node, one that runs is not done. */
  private static boolean has(Row row, String key) {
    return !key.equals(CaseColumns.FOREIGN_NO) && row.text(key) != null;
  }

  /** Tells faults at the table's own fields. */
  private final class Translating implements Findings {
    private final Findings findings;

    Translating(Findings findings) {
      this.findings = findings;
    }

    @Override
    public void refuse(Row row, @Nullable String column, String words) {
      findings.refuse(row, column == null ? null : theirs.get(column), words);
    }

    @Override
    public void note(Row row, String words) {
      findings.note(row, words);
    }
  }
}
