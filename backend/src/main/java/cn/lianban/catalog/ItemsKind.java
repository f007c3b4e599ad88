package cn.lianban.catalog;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.ImportedUnits;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of items as published: who decides what, under a code in whatever form. It promises
 * nothing: limits are confirmed by somebody, in the file of confirmations.
 */
@Component
class ItemsKind implements Kind {
  static final String CODE = ItemFiles.CODE;
  static final String NAME = "name";
  static final String MAIN = "mainItem";
  static final String DEPARTMENT = "department";
  static final String DEPARTMENT_CODE = "departmentCode";
  static final String TYPE = "taskType";
  private final ItemFiles files;
  private final ListedItems listed;
  private final Units units;
  private final ImportedUnits brought;

  ItemsKind(ItemFiles files, ListedItems listed, Units units, ImportedUnits brought) {
    this.files = files;
    this.listed = listed;
    this.units = units;
    this.brought = brought;
  }

  @Override
  public String name() {
    return "items";
  }

  @Override
  public String title() {
    return "事项清单";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(CODE, "事项编码")
            .aliases("item_code", "实施编码", "业务办理项编码", "编码")
            .max(200)
            .asIdentity(),
        Column.text(NAME, "事项名称")
            .aliases("item_name", "办理项名称", "业务办理项名称", "名称")
            .max(600)
            .asRequired(),
        Column.text(MAIN, "主项名称").aliases("main_item", "主项").max(600),
        Column.text(DEPARTMENT, "实施部门").aliases("department", "部门", "决定部门", "部门名称").asRequired(),
        Column.text(DEPARTMENT_CODE, "部门编码").aliases("dept_code", "机构编码"),
        Column.code(TYPE, "事项类型", ListWords.taskTypes()).aliases("task_type", "类型"));
  }

  @Override
  public void authoriseExport() {
    files.requireStaff();
  }

  @Override
  public void authoriseImport() {
    files.requireAdministrator();
  }

  @Override
  public boolean listsMissing() {
    return true;
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    Map<String, Item> known = files.named(wanted);
    Map<Integer, Unit> departments =
        units.byIds(known.values().stream().map(Item::unitId).collect(Collectors.toSet()));
    Map<Integer, List<String>> aliases = units.aliases(departments.keySet());
    return wanted.stream()
        .flatMap(
            row ->
                Optional.ofNullable(known.get(row.need(CODE))).stream()
                    .map(item -> row(item, departments, aliases, row.text(DEPARTMENT_CODE))))
        .toList();
  }

  /** A department has several codes: the one that the file names counts as its own once known. */
  private static Row row(
      Item item,
      Map<Integer, Unit> departments,
      Map<Integer, List<String>> aliases,
      @Nullable String asked) {
    List<String> codes = aliases.getOrDefault(item.unitId(), List.of());
    return Row.empty()
        .with(CODE, item.code())
        .with(NAME, item.name())
        .with(MAIN, item.mainItem())
        .with(DEPARTMENT, Objects.requireNonNull(departments.get(item.unitId())).name())
        .with(DEPARTMENT_CODE, asked == null || !codes.contains(asked) ? null : asked)
        .with(TYPE, item.taskType().published());
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Map<String, Unit> departments = units.byNames(ListedItems.departments(rows));
    Map<String, Item> known = files.named(rows);
    for (Row row : rows) {
      String named = row.text(DEPARTMENT); // null: the file has no such column
      Unit department = named == null ? null : departments.get(named);
      Item item = known.get(row.need(CODE));
      if (named != null && department == null) {
        findings.note(row, "新部门“" + named + "”，导入时建立");
      } else if (department != null && department.kind() != UnitKind.DEPARTMENT) {
        findings.refuse(row, DEPARTMENT, "“" + department.name() + "”不是部门");
      }
      if (item != null && !item.published()) {
        findings.refuse(row, CODE, "该编码的新事项正在起草，发布后才能导入");
      } else if (item != null
          && named != null
          && (department == null || item.unitId() != department.id())) {
        findings.refuse(row, DEPARTMENT, "事项已属其他部门，实施部门不能用导入更改");
      } else if (item != null && !typed(row, item).equals(item.taskType())) {
        findings.refuse(row, TYPE, "事项类型不能用导入更改");
      }
    }
  }

  private static TaskType typed(Row row, Item item) {
    String type = row.text(TYPE);
    return type == null ? item.taskType() : TaskType.ofPublished(type);
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    // what the file does not say about an item that is known stays
    listed.write(
        changes.stream().map(change -> change.row().over(change.before())).toList(),
        incoming.importId());
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    listed.remove(rows, findings);
  }

  @Override
  public void restore(List<Change> changes, Findings findings, Incoming incoming) {
    listed.restore(changes, findings);
  }

  @Override
  public String takenBack(long importId) {
    return brought.takeBack(importId);
  }

  @Override
  public Set<String> filters() {
    return ItemFiles.FILTERS;
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    Map<Integer, Unit> departments =
        units.all().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    Map<Integer, List<String>> aliases = units.aliases(departments.keySet());
    files.pages(
        selection,
        page ->
            page.forEach(
                item -> {
                  List<String> codes = aliases.getOrDefault(item.unitId(), List.of());
                  sink.accept(
                      row(item, departments, aliases, codes.isEmpty() ? null : codes.getFirst()));
                }));
  }
}
