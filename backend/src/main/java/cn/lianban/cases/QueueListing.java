package cn.lianban.cases;

import cn.lianban.api.types.DutyFilter;
import cn.lianban.api.types.DutyKind;
import cn.lianban.api.types.DutyOrder;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Duty;
import cn.lianban.clock.DutyLists;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Page;
import cn.lianban.identity.People;
import cn.lianban.identity.Person;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of duties as its screen shows it; applicants are masked as there. */
@Component
class QueueListing extends ScreenListing<Duty> {
  private static final String LIGHT = "light";
  private static final String ITEM = "item";
  private static final String MARK = "mark";
  private static final String STATUS = "status";
  private static final String STARTED = "started";
  private static final String DUE = "due";
  private final DutyLists duties;
  private final CaseQueries cases;
  private final Items items;
  private final People people;
  private final Units units;
  private final Posts posts;

  QueueListing(
      DutyLists duties, CaseQueries cases, Items items, People people, Units units, Posts posts) {
    this.duties = duties;
    this.cases = cases;
    this.items = items;
    this.people = people;
    this.units = units;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "queue";
  }

  @Override
  public String title() {
    return "待办";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(LIGHT, "状态灯"),
        Column.text("number", "办件编号"),
        Column.text(ITEM, "事项"),
        Column.text(MARK, "标记"),
        Column.text("applicant", "申请人"),
        Column.text(STATUS, "办件状态"),
        Column.text("assignee", "经办人"),
        Column.text("unit", "单位"),
        Column.text(STARTED, "起算日"),
        Column.text(DUE, "到期日"));
  }

  @Override
  public void authoriseExport() {
    posts.requireAccount();
  }

  @Override
  protected Page<Duty> page(Selection selection, int first, @Nullable String after) {
    DutyFilter asked = new DutyFilter();
    asked.setUnitId(selection.filter("unitId"));
    asked.setAllUnits(selection.isOn("allUnits"));
    asked.setKind(selection.filter("kind", DutyKind.class));
    asked.setLight(selection.filter(LIGHT, cn.lianban.api.types.Light.class));
    asked.setAssigneeId(selection.filter("assigneeId"));
    asked.setMark(selection.filter(MARK, cn.lianban.api.types.DutyMark.class));
    asked.setUnassigned(selection.isOn("unassigned"));
    return duties.page(asked, selection.order(DutyOrder.class), first, after);
  }

  @Override
  protected List<Row> rows(List<Duty> nodes, Selection selection) {
    Read read = read(nodes);
    return nodes.stream().map(duty -> row(duty, read, selection)).toList();
  }

  private Read read(List<Duty> nodes) {
    Map<Long, CaseFile> files =
        cases.byIds(
            nodes.stream()
                .filter(duty -> duty.subjectKind().equals(CaseFile.KIND))
                .map(Duty::subjectId)
                .distinct()
                .toList());
    return new Read(
        files,
        items.byIds(files.values().stream().map(CaseFile::itemId).distinct().toList()),
        cases.applicants(files.values().stream().map(CaseFile::applicantId).distinct().toList()),
        people.byIds(
            nodes.stream().map(Duty::assigneeId).filter(Objects::nonNull).distinct().toList()),
        units.byIds(nodes.stream().map(Duty::ownerUnitId).distinct().toList()));
  }

  private record Read(
      Map<Long, CaseFile> files,
      Map<Long, Item> items,
      Map<Long, Applicant> applicants,
      Map<Long, Person> people,
      Map<Integer, Unit> units) {}

  private static Row row(Duty duty, Read read, Selection selection) {
    CaseFile file =
        duty.subjectKind().equals(CaseFile.KIND) ? read.files().get(duty.subjectId()) : null;
    Person assignee = duty.assigneeId() == null ? null : read.people().get(duty.assigneeId());
    Unit unit = read.units().get(duty.ownerUnitId());
    Row row =
        Row.empty()
            .with(LIGHT, selection.word(LIGHT, duty.light().name()))
            .with("number", file == null ? duty.label() : file.groupedNumber())
            .with(ITEM, item(duty, file, read, selection))
            .with(MARK, duty.mark() == null ? null : selection.word(MARK, duty.mark().name()))
            .with("assignee", assignee == null ? null : assignee.name())
            .with("unit", Unit.nameOf(unit))
            .with(STARTED, duty.startedOn())
            .with(DUE, due(duty, selection));
    return file == null ? row : withCase(row, file, read, selection);
  }

  private static Row withCase(Row row, CaseFile file, Read read, Selection selection) {
    Applicant applicant = read.applicants().get(file.applicantId());
    return row.with("applicant", applicant == null ? null : applicant.masked().name())
        .with(STATUS, selection.word(STATUS, file.status().name()));
  }

  private static String item(Duty duty, @Nullable CaseFile file, Read read, Selection selection) {
    Item item = file == null ? null : read.items().get(file.itemId());
    String name = item == null ? duty.label() : item.name();
    return duty.kind().equals(DutyKind.CASE.name())
        ? name
        : name + " · " + selection.word(ITEM, duty.kind());
  }

  /** The last day or hour, or why there is none. */
  static String due(Duty duty, Selection selection) {
    if (duty.budgetUnit() == BudgetUnit.HOURS && duty.dueAt() != null) {
      return moment(duty.dueAt());
    }
    if (duty.dueOn() == null) {
      return selection.wordOrNothing(DUE, duty.paused() ? "PAUSED" : "NONE");
    }
    String day = day(duty.dueOn(), selection, DUE);
    return duty.provisional() ? day + " " + selection.wordOrNothing(DUE, "PROVISIONAL") : day;
  }
}
