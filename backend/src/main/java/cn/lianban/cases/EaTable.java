package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the provincial supervision tables (EA_JC_STEP_*, domain.md §2.2): the same cases in its
 * own words. Fields that we keep nothing for are read, not compared, and filled in from the item
 * and the case on the way out.
 */
final class EaTable implements Kind {
  private static final String PROJID = EaCases.PROJID;
  private final CaseKind cases;
  private final EaCases named;
  private final String name;
  private final @Nullable EaBasics basics;
  private final List<Field> fields;
  private final EaWords words;

  /**
   * @param ours the case column, null when we keep nothing for it
   */
  record Field(Column column, @Nullable String ours) {}

  /**
   * @param basics of the table that brings new cases; the others, without, add to them
   */
  EaTable(
      CaseKind cases, EaCases named, String name, @Nullable EaBasics basics, List<Field> fields) {
    this.cases = cases;
    this.named = named;
    this.name = name;
    this.basics = basics;
    this.fields = fields;
    this.words = new EaWords(fields);
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
  public Set<String> filters() {
    return cases.filters();
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
        .map(there -> words.theirs(there, asked.get(number(there))))
        .toList();
  }

  private List<Row> known(List<Row> wanted) {
    return cases.current(wanted.stream().map(words::ours).toList());
  }

  /** The item under the code that our list has: the basic one, or the implementation's. */
  private Row translated(Row row, Map<String, Item> listed) {
    Row one = words.ours(row);
    String other = row.text(EaBasics.IMPLEMENT_CODE);
    return !listed.containsKey(one.text(CaseColumns.ITEM_CODE)) && listed.containsKey(other)
        ? one.with(CaseColumns.ITEM_CODE, other)
        : one;
  }

  private Map<String, Item> listed(List<Row> rows) {
    if (basics == null) {
      return Collections.emptyMap(); // asked for null too
    }
    Set<String> codes = new HashSet<>();
    for (Row row : rows) {
      codes.add(words.ours(row).text(CaseColumns.ITEM_CODE));
      codes.add(row.text(EaBasics.IMPLEMENT_CODE));
    }
    codes.remove(null);
    return basics.listed(codes);
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Set<String> here = known(rows).stream().map(EaTable::number).collect(Collectors.toSet());
    Set<String> own = named.own(rows);
    Map<String, Item> listed = listed(rows);
    List<Row> checked = new ArrayList<>();
    for (Row row : rows) {
      boolean isNew = !here.contains(row.need(PROJID));
      Row one = translated(row, listed);
      if (own.contains(row.need(PROJID))) {
        findings.refuse(row, PROJID, "这是本系统自己的办件，不能再导入");
      } else if (isNew && basics == null) {
        findings.refuse(row, PROJID, "没有这个办件，请先导入 EA_JC_STEP_BASICINFO");
      } else if (isNew && one.text(CaseColumns.ITEM_CODE) == null) {
        findings.refuse(row, EaWords.ITEM_CODE, "必填");
      } else {
        checked.add(one);
        compare(row, listed.get(one.text(CaseColumns.ITEM_CODE)), findings);
      }
    }
    cases.check(checked, words.telling(findings));
  }

  private static void compare(Row row, @Nullable Item item, Findings findings) {
    if (item != null) {
      EaBasics.compare(row, item, findings);
    }
  }

  private static String number(Row known) {
    return known.need(CaseColumns.FOREIGN_NO);
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    cases.apply(translated(changes), incoming);
  }

  private List<Change> translated(List<Change> changes) {
    List<Row> rows = changes.stream().map(Change::row).toList();
    Map<String, Item> listed = listed(rows);
    Map<String, Row> known =
        known(rows).stream().collect(Collectors.toMap(EaTable::number, row -> row));
    return changes.stream()
        .map(
            change ->
                new Change(translated(change.row(), listed), known.get(change.row().need(PROJID))))
        .toList();
  }

  /** What opened cases goes back with them; a case that was ended does not go backwards. */
  @Override
  public boolean undoable() {
    return basics != null;
  }

  @Override
  public String whyNotUndoable() {
    return "这张表补记的是办件已经办理的环节，办件不能倒退，所以不能整体撤回；写错的请导入更正后的文件";
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    cases.remove(rows.stream().map(words::ours).toList(), words.telling(findings));
  }

  @Override
  public void restore(List<Change> changes, Findings findings, Incoming incoming) {
    cases.restore(translated(changes), words.telling(findings), incoming);
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    cases.pages(
        selection,
        (page, rows) -> {
          List<Row> told = rows.stream().map(words::theirs).toList();
          List<Row> all = basics == null ? told : basics.filled(page, told);
          for (int i = 0; i < all.size(); i++) {
            Row known = rows.get(i);
            if (basics != null || known.text(CaseColumns.DECIDED_AT) != null) {
              sink.accept(all.get(i)); // one that runs is not done
            }
          }
        });
  }
}
