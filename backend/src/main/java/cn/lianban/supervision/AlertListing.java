package cn.lianban.supervision;

import cn.lianban.api.types.AlertCount;
import cn.lianban.api.types.AlertFilter;
import cn.lianban.api.types.AlertOrder;
import cn.lianban.api.types.AlertRuleCode;
import cn.lianban.api.types.AlertState;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts as their screen shows them. */
@Component
class AlertListing extends ScreenListing<Alert> {
  private static final String RULE = "rule";
  private static final String STATE = "state";
  private static final String LEVEL = "level";
  private static final String ANSWER_BY = "answerBy";
  private final AlertLists lists;
  private final AlertQueries queries;
  private final Cases cases;
  private final Duties duties;
  private final Units units;

  AlertListing(AlertLists lists, AlertQueries queries, Cases cases, Duties duties, Units units) {
    this.lists = lists;
    this.queries = queries;
    this.cases = cases;
    this.duties = duties;
    this.units = units;
  }

  @Override
  public String name() {
    return "alert-list";
  }

  @Override
  public String title() {
    return "预警";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(RULE, "规则"),
        Column.text("case", "办件"),
        Column.text("unit", "单位"),
        Column.text("openedAt", "产生时间"),
        Column.text(STATE, "状态"),
        Column.text(LEVEL, "级别"),
        Column.text(ANSWER_BY, "答复期限"));
  }

  @Override
  public void authoriseExport() {
    lists.allowed(null);
  }

  @Override
  protected Page<Alert> page(Selection selection, int first, @Nullable String after) {
    AlertFilter asked = new AlertFilter();
    asked.setUnitId(selection.filter("unitId"));
    asked.setRule(selection.filter(RULE, AlertRuleCode.class));
    asked.setState(selection.filter(STATE, AlertState.class));
    asked.setCounted(selection.filter("counted", AlertCount.class));
    asked.setFrom(selection.day("from"));
    asked.setTo(selection.day("to"));
    return queries.page(lists.allowed(asked), selection.order(AlertOrder.class), first, after);
  }

  @Override
  protected List<Row> rows(List<Alert> nodes, Selection selection) {
    Map<Long, CaseFile> files = cases.byIds(nodes.stream().map(Alert::caseId).distinct().toList());
    Map<Long, Duty> clocks =
        duties.byIds(nodes.stream().map(Alert::dutyId).filter(Objects::nonNull).toList());
    Map<Integer, Unit> named = units.byIds(nodes.stream().map(Alert::unitId).distinct().toList());
    return nodes.stream()
        .map(
            alert ->
                Row.empty()
                    .with(RULE, selection.word(RULE, alert.rule().name()))
                    .with("case", number(alert, files))
                    .with("unit", Unit.nameOf(named.get(alert.unitId())))
                    .with("openedAt", moment(alert.openedAt()))
                    .with(STATE, selection.word(STATE, alert.state().name()))
                    .with(LEVEL, selection.word(LEVEL, String.valueOf(alert.level())))
                    .with(ANSWER_BY, answerBy(alert, clocks, selection)))
        .toList();
  }

  private static @Nullable String number(Alert alert, Map<Long, CaseFile> files) {
    CaseFile file = files.get(alert.caseId());
    return file == null ? null : file.groupedNumber();
  }

  private static @Nullable String answerBy(
      Alert alert, Map<Long, Duty> clocks, Selection selection) {
    Duty duty = alert.dutyId() == null ? null : clocks.get(alert.dutyId());
    return alert.state() == Alert.State.OPEN && duty != null && duty.dueOn() != null
        ? day(duty.dueOn(), selection, ANSWER_BY)
        : null;
  }
}
