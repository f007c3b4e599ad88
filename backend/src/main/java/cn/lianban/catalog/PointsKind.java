package cn.lianban.catalog;

import cn.lianban.catalog.AcceptancePoints.Field;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which unit accepts which item, one row each, and where it decides itself. */
@Component
class PointsKind implements Kind {
  private static final String CODE = ItemFiles.CODE;
  private static final String UNIT = "unit";
  private static final String DELEGATED = "delegated";
  private static final String DOCUMENT = "documentNo";
  private final ItemFiles files;
  private final AcceptancePoints points;
  private final Units units;
  private final List<PointUse> uses;

  PointsKind(ItemFiles files, AcceptancePoints points, Units units, List<PointUse> uses) {
    this.files = files;
    this.points = points;
    this.units = units;
    this.uses = uses;
  }

  @Override
  public String name() {
    return "acceptance-points";
  }

  @Override
  public String title() {
    return "事项受理点";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(CODE, "事项编码").aliases("item_code", "编码").max(200).asIdentity(),
        Column.text(UNIT, "受理点").aliases("受理单位", "单位", "便民服务中心").asIdentity(),
        Column.yesNo(DELEGATED, "委托下放").aliases("是否委托", "委托/下放"),
        Column.text(DOCUMENT, "文号").aliases("委托文号", "下放文号").max(200));
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
  public boolean undoable() {
    return true;
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    return rows(byId(files.named(wanted).values()));
  }

  private static Map<Long, Item> byId(Collection<Item> items) {
    return items.stream().collect(Collectors.toMap(Item::id, Function.identity()));
  }

  private List<Row> rows(Map<Long, Item> items) {
    Map<Long, List<AcceptancePoint>> found = points.ofItems(items.keySet());
    Map<Integer, Unit> places =
        units.byIds(
            found.values().stream()
                .flatMap(List::stream)
                .map(AcceptancePoint::unitId)
                .collect(Collectors.toSet()));
    List<Row> rows = new ArrayList<>();
    found.forEach(
        (item, all) ->
            all.forEach(
                point ->
                    rows.add(
                        Row.empty()
                            .with(CODE, Objects.requireNonNull(items.get(item)).code())
                            .with(UNIT, Objects.requireNonNull(places.get(point.unitId())).name())
                            .with(DELEGATED, point.delegated())
                            .with(DOCUMENT, point.documentNo()))));
    return rows;
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Map<String, Item> items = files.named(rows);
    Map<String, Unit> places = units.byNames(places(rows));
    Map<String, Row> there = new HashMap<>();
    rows(byId(items.values())).forEach(point -> there.put(keyOf(point), point));
    for (Row row : rows) {
      Row whole = row.over(there.get(keyOf(row)));
      if (!items.containsKey(row.need(CODE))) {
        findings.refuse(row, CODE, "目录中没有这个编码");
      } else if (!places.containsKey(row.need(UNIT))) {
        findings.refuse(row, UNIT, "没有这个单位");
      } else if (Boolean.TRUE.equals(whole.yesNo(DELEGATED)) && whole.text(DOCUMENT) == null) {
        findings.refuse(row, DOCUMENT, "委托或下放须填写文号");
      }
    }
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    // what the file does not say about a point that is open stays
    List<Row> rows = changes.stream().map(change -> change.row().over(change.before())).toList();
    Map<String, Item> items = files.named(rows);
    Map<String, Unit> places = units.byNames(places(rows));
    Map<Opening, Set<Long>> openings = new LinkedHashMap<>();
    for (Row row : rows) {
      Opening opening =
          new Opening(
              Objects.requireNonNull(places.get(row.need(UNIT))).id(),
              Boolean.TRUE.equals(row.yesNo(DELEGATED)),
              Objects.requireNonNullElse(row.text(DOCUMENT), ""));
      openings
          .computeIfAbsent(opening, any -> new LinkedHashSet<>())
          .add(Objects.requireNonNull(items.get(row.need(CODE))).id());
    }
    openings.forEach(
        (opening, those) ->
            points.insert(
                new Field(those, Set.of(opening.unitId())),
                opening.delegated(),
                opening.document()));
  }

  /** What items have in common that are opened in one statement. */
  private record Opening(int unitId, boolean delegated, String document) {}

  @Override
  public void remove(List<Row> rows, Findings findings) {
    Map<String, Item> items = files.named(rows);
    Map<String, Unit> places = units.byNames(places(rows));
    Set<Field> used = used(items.values());
    Map<Integer, Set<Long>> closed = new HashMap<>();
    for (Row row : rows) {
      long item = Objects.requireNonNull(items.get(row.need(CODE))).id();
      int unit = Objects.requireNonNull(places.get(row.need(UNIT))).id();
      if (used.contains(new Field(Set.of(item), Set.of(unit)))) {
        findings.refuse(row, UNIT, "开通后已有办件在此受理");
      } else {
        closed.computeIfAbsent(unit, any -> new HashSet<>()).add(item);
      }
    }
    closed.forEach((unit, those) -> points.delete(new Field(those, Set.of(unit))));
  }

  private Set<Field> used(Collection<Item> items) {
    List<AcceptancePoint> there =
        points.ofItems(items.stream().map(Item::id).toList()).values().stream()
            .flatMap(List::stream)
            .toList();
    return uses.stream()
        .flatMap(use -> use.used(there).stream())
        .map(point -> new Field(Set.of(point.itemId()), Set.of(point.unitId())))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> filters() {
    return ItemFiles.FILTERS;
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    files.pages(selection, page -> rows(byId(page)).forEach(sink));
  }

  private static List<String> places(List<Row> rows) {
    return rows.stream().map(row -> row.need(UNIT)).distinct().toList();
  }
}
