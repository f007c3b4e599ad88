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
import java.util.ArrayList;
import java.util.HashMap;
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
  private static final String CODE = "code";
  private static final String NAME = "name";
  private static final String MAIN = "mainItem";
  private static final String DEPARTMENT = "department";
  private static final String DEPARTMENT_CODE = "departmentCode";
  private static final String TYPE = "taskType";
  private final Items items;
  private final ItemFiles files;
  private final Editions editions;
  private final VersionQueries versions;
  private final ImportedVersions imported;
  private final Units units;
  private final ImportedUnits brought;

  ItemsKind(
      Items items,
      ItemFiles files,
      Editions editions,
      VersionQueries versions,
      ImportedVersions imported,
      Units units,
      ImportedUnits brought) {
    this.items = items;
    this.files = files;
    this.editions = editions;
    this.versions = versions;
    this.imported = imported;
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
    Map<String, Item> known = files.byCodes(codes(wanted));
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
    Map<String, Unit> departments = units.byNames(departments(rows));
    Map<String, Item> known = files.byCodes(codes(rows));
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
    List<Row> rows = changes.stream().map(change -> change.row().over(change.before())).toList();
    Map<String, Unit> found = units.byNames(departments(rows));
    Map<String, Integer> departments = new HashMap<>();
    found.forEach((name, unit) -> departments.put(name, unit.id()));
    Map<String, Item> known = files.byCodes(codes(rows));
    Map<Long, ItemVersion> inForce =
        versions.inForce(known.values().stream().map(Item::id).toList());
    for (Row row : rows) {
      int department =
          departments.computeIfAbsent(
              row.need(DEPARTMENT), name -> brought.department(name, incoming.importId()));
      Item item = known.get(row.need(CODE));
      if (item == null) {
        items.publish(published(row, department));
      } else {
        rename(row, item, Objects.requireNonNull(inForce.get(item.id())), incoming);
      }
      String code = row.text(DEPARTMENT_CODE);
      if (code != null) {
        units.addAlias(department, code);
      }
    }
  }

  private static NewItem published(Row row, int department) {
    String type = row.text(TYPE);
    return NewItem.published(
        row.need(CODE),
        row.need(NAME),
        Objects.requireNonNullElse(row.text(MAIN), ""),
        type == null ? TaskType.OTHER : TaskType.ofPublished(type),
        department);
  }

  /** Another name is a new version of the item. */
  private void rename(Row row, Item item, ItemVersion current, Incoming incoming) {
    String main = row.has(MAIN) ? Objects.requireNonNullElse(row.text(MAIN), "") : item.mainItem();
    if (!row.need(NAME).equals(item.name()) || !main.equals(item.mainItem())) {
      editions.imported(
          current, current.content().named(row.need(NAME), main), "导入 " + incoming.importId());
    }
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    Map<String, Item> known = files.byCodes(codes(rows));
    Map<Long, Integer> last = versions.lastNos(known.values().stream().map(Item::id).toList());
    List<Long> gone = new ArrayList<>();
    for (Row row : rows) {
      long item = Objects.requireNonNull(known.get(row.need(CODE))).id();
      if (last.getOrDefault(item, 0) > 1) {
        findings.refuse(row, CODE, "事项已有新版本，不能撤销");
      } else {
        gone.add(item);
      }
    }
    files.remove(gone);
  }

  @Override
  public String takenBack(long importId) {
    return brought.takeBack(importId);
  }

  /** The version that another name made goes; so does the code that a department got. */
  @Override
  public void restore(List<Change> changes, Findings findings, Incoming incoming) {
    Map<String, Item> known = files.byCodes(codes(changes.stream().map(Change::row).toList()));
    for (Change change : changes) {
      Row old = change.row();
      Row written = Objects.requireNonNull(change.before());
      Item item = Objects.requireNonNull(known.get(old.need(CODE)));
      boolean renamed = differs(old, written, NAME) || differs(old, written, MAIN);
      if (renamed && !imported.takeBack(item.id(), earlier -> named(written, earlier))) {
        findings.refuse(old, CODE, "事项在导入后又有新版本");
      }
      if (differs(old, written, DEPARTMENT_CODE)) {
        units.removeAlias(item.unitId(), written.need(DEPARTMENT_CODE));
      }
    }
  }

  private static boolean differs(Row old, Row written, String column) {
    return !Objects.equals(old.text(column), written.text(column));
  }

  private static ItemContent named(Row written, ItemContent earlier) {
    String name = written.text(NAME);
    String main = written.has(MAIN) ? written.text(MAIN) : earlier.mainItem();
    return earlier.named(
        name == null ? earlier.name() : name, Objects.requireNonNullElse(main, ""));
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
    files.all(
        selection,
        item -> {
          String code =
              aliases.getOrDefault(item.unitId(), List.of()).stream().findFirst().orElse(null);
          sink.accept(row(item, departments, aliases, code));
        });
  }

  private static Set<String> codes(List<Row> rows) {
    return rows.stream().map(row -> row.need(CODE)).collect(Collectors.toSet());
  }

  private static List<String> departments(List<Row> rows) {
    return rows.stream()
        .map(row -> row.text(DEPARTMENT))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
