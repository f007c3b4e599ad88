package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Departments, centres and offices: a unit is its name, codes are aliases (domain.md, 0.5). */
@Component
class UnitsKind implements Kind {
  private static final String NAME = "name";
  private static final String KIND = "kind";
  private static final String SUB_DISTRICT = "subDistrict";
  private static final String CODES = "codes";
  private final Units units;
  private final Districts districts;
  private final TenantScope scope;

  UnitsKind(Units units, Districts districts, TenantScope scope) {
    this.units = units;
    this.districts = districts;
    this.scope = scope;
  }

  @Override
  public String name() {
    return "units";
  }

  @Override
  public String title() {
    return "部门和单位";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(NAME, "单位名称").aliases("部门名称", "部门", "单位", "机构名称", "名称").asIdentity(),
        Column.code(KIND, "类别", words()).aliases("单位类别", "机构类别", "单位性质"),
        Column.text(SUB_DISTRICT, "所属街道").aliases("办事处", "所属办事处", "乡镇街道", "所属乡镇"),
        Column.list(CODES, "单位编码")
            .aliases("部门编码", "机构编码", "事项清单代码", "统一社会信用代码", "编码", "代码")
            .max(1000));
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(UnitKind.DEPARTMENT.name(), "部门");
    words.put(UnitKind.CENTRE.name(), "政务服务中心");
    words.put(UnitKind.SUB_DISTRICT_OFFICE.name(), "便民服务中心");
    return words;
  }

  @Override
  public void authoriseExport() {
    if (scope.current().roles().isEmpty() || scope.current().reach() == Reach.PLATFORM) {
      throw Problem.forbidden();
    }
  }

  @Override
  public void authoriseImport() {
    if (!scope.current().roles().contains("DISTRICT_ADMIN")) {
      throw Problem.forbidden();
    }
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
    return rows(units.byNames(names(wanted)).values());
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Map<String, SubDistrict> places = places();
    Map<String, Unit> known = units.byNames(names(rows));
    for (Row row : rows) {
      String place = row.text(SUB_DISTRICT);
      UnitKind kind = kind(row, known.get(row.need(NAME)));
      if (place != null && !places.containsKey(place)) {
        findings.refuse(row, SUB_DISTRICT, "本区没有“" + place + "”");
      } else if (row.has(SUB_DISTRICT) && place == null && kind == UnitKind.SUB_DISTRICT_OFFICE) {
        findings.refuse(row, SUB_DISTRICT, "便民服务中心须填写所属街道");
      } else if (changes(row, known.get(row.need(NAME)))) {
        findings.refuse(row, null, "单位已存在，类别或所属街道不能用导入更改");
      }
    }
  }

  /** Where a unit stands decides who sees its work: moving it is an act of its own. */
  private static boolean changes(Row row, @Nullable Unit known) {
    if (known == null) {
      return false;
    }
    SubDistrict place = known.subDistrict();
    String name = place == null ? null : place.name();
    return row.text(KIND) != null && kind(row, known) != known.kind()
        || row.has(SUB_DISTRICT) && !java.util.Objects.equals(name, row.text(SUB_DISTRICT));
  }

  private static UnitKind kind(Row row, @Nullable Unit known) {
    String word = row.text(KIND);
    if (word != null) {
      return UnitKind.valueOf(word);
    }
    return known == null ? UnitKind.DEPARTMENT : known.kind();
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    Map<String, SubDistrict> places = places();
    Map<String, Unit> known = units.byNames(names(changes.stream().map(Change::row).toList()));
    for (Change change : changes) {
      Row row = change.row();
      Unit unit = known.get(row.need(NAME));
      SubDistrict place = places.get(String.valueOf(row.text(SUB_DISTRICT)));
      int id =
          unit != null
              ? unit.id()
              : units.create(kind(row, null), row.need(NAME), place == null ? null : place.id());
      if (row.has(CODES)) {
        units.setAliases(id, row.texts(CODES));
      }
    }
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    units.remove(units.byNames(names(rows)).values().stream().map(Unit::id).toList());
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    rows(units.all()).forEach(sink);
  }

  private List<Row> rows(Collection<Unit> found) {
    Map<Integer, List<String>> codes = units.aliases(found.stream().map(Unit::id).toList());
    return found.stream().map(unit -> row(unit, codes.getOrDefault(unit.id(), List.of()))).toList();
  }

  private static Row row(Unit unit, List<String> codes) {
    SubDistrict place = unit.subDistrict();
    return Row.empty()
        .with(NAME, unit.name())
        .with(KIND, unit.kind())
        .with(SUB_DISTRICT, place == null ? null : place.name())
        .with(CODES, codes);
  }

  private Map<String, SubDistrict> places() {
    return districts.subDistricts().stream()
        .collect(Collectors.toMap(SubDistrict::name, Function.identity()));
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(row -> row.need(NAME)).toList();
  }
}
