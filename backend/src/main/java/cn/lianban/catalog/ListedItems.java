package cn.lianban.catalog;

import static cn.lianban.catalog.ItemsKind.CODE;
import static cn.lianban.catalog.ItemsKind.DEPARTMENT;
import static cn.lianban.catalog.ItemsKind.DEPARTMENT_CODE;
import static cn.lianban.catalog.ItemsKind.MAIN;
import static cn.lianban.catalog.ItemsKind.NAME;
import static cn.lianban.catalog.ItemsKind.TYPE;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.ImportedUnits;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes into the catalogue what a published list says, and takes it back. */
@Component
class ListedItems {
  private final Items items;
  private final ItemFiles files;
  private final Editions editions;
  private final VersionQueries versions;
  private final ImportedVersions imported;
  private final Units units;
  private final ImportedUnits brought;

  ListedItems(
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

  /** Departments that are not there yet are opened, and known as brought by this import. */
  void write(List<Row> rows, long importId) {
    Map<String, Unit> found = units.byNames(departments(rows));
    Map<String, Integer> departments = new HashMap<>();
    found.forEach((name, unit) -> departments.put(name, unit.id()));
    Map<String, Item> known = files.named(rows);
    Map<Long, ItemVersion> inForce =
        versions.inForce(known.values().stream().map(Item::id).toList());
    for (Row row : rows) {
      int department =
          departments.computeIfAbsent(
              row.need(DEPARTMENT), name -> brought.department(name, importId));
      Item item = known.get(row.need(CODE));
      if (item == null) {
        items.publish(published(row, department));
      } else {
        rename(row, item, Objects.requireNonNull(inForce.get(item.id())), importId);
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
  private void rename(Row row, Item item, ItemVersion current, long importId) {
    String main = row.has(MAIN) ? Objects.requireNonNullElse(row.text(MAIN), "") : item.mainItem();
    if (!row.need(NAME).equals(item.name()) || !main.equals(item.mainItem())) {
      editions.imported(current, current.content().named(row.need(NAME), main), "导入 " + importId);
    }
  }

  /** Refuses an item that has got another version since. */
  void remove(List<Row> rows, Findings findings) {
    Map<String, Item> known = files.named(rows);
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

  /** The version that another name made goes; so does the code that a department got. */
  void restore(List<Change> changes, Findings findings) {
    Map<String, Item> known = files.named(changes.stream().map(Change::row).toList());
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

  /** As the rows name them. */
  static List<String> departments(List<Row> rows) {
    return rows.stream()
        .map(row -> row.text(DEPARTMENT))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
