package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.LOCAL_DAY;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The district's own days off and working days, from a sheet and into one. */
@Component
class CalendarKind implements Kind {
  private static final String DAY = "day";
  private static final String WHAT = "what";
  private static final String NAME = "name";
  private static final String PAPER = "paper";
  private static final String OFF = "OFF";
  private final DSLContext sql;
  private final TenantScope scope;
  private final LocalDays localDays;
  private final CalendarForecast forecast;
  private final Posts posts;

  CalendarKind(
      DSLContext sql,
      TenantScope scope,
      LocalDays localDays,
      CalendarForecast forecast,
      Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.localDays = localDays;
    this.forecast = forecast;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public String title() {
    return "本区放假和上班安排";
  }

  @Override
  public List<Column> columns() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(OFF, "休息");
    words.put("WORK", "上班");
    return List.of(
        Column.date(DAY, "日期").aliases("放假日期", "时间").asIdentity(),
        Column.code(WHAT, "安排", words).aliases("类型", "休息或上班", "类别").asRequired(),
        Column.text(NAME, "事由").aliases("名称", "节日", "原因").asRequired(),
        Column.text(PAPER, "文号").aliases("依据", "文件"));
  }

  @Override
  public void authoriseExport() {
    if (scope.current().roles().isEmpty()) {
      throw Problem.forbidden();
    }
  }

  @Override
  public void authoriseImport() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public boolean listsMissing() {
    return true;
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    return fetch(Among.these(LOCAL_DAY.DAY, days(wanted)));
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    List<Row> sound = new ArrayList<>();
    for (Row row : rows) {
      int year = day(row).getYear();
      if (year < DueDates.FIRST_YEAR || year > DueDates.LAST_YEAR) {
        findings.refuse(
            row, DAY, "年份须在 " + DueDates.FIRST_YEAR + " 至 " + DueDates.LAST_YEAR + " 之间");
      } else {
        sound.add(row);
      }
    }
    tellWhatMoves(sound, findings);
  }

  /** All days of the call together, beside the first of them: what one moves another may undo. */
  private void tellWhatMoves(List<Row> rows, Findings findings) {
    Map<LocalDate, Boolean> days = new LinkedHashMap<>();
    rows.forEach(row -> days.put(day(row), row.need(WHAT).equals(OFF)));
    if (days.isEmpty()) {
      return;
    }
    CalendarForecast.Forecast moved = forecast.ofLocalDays(days);
    if (moved.movedDuties() > 0) {
      String most = moved.complete() ? "" : "至少 ";
      findings.note(
          rows.getFirst(), "导入后 " + most + moved.movedDuties() + " 件在办的到期日会变动（与本表其他日期合计）");
    }
  }

  /** Moves the open clocks that cross the days, once for the batch. */
  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    localDays.put(changes.stream().map(change -> localDay(change.row())).toList());
  }

  private static LocalDay localDay(Row row) {
    String paper = row.text(PAPER);
    return new LocalDay(
        day(row),
        row.need(WHAT).equals(OFF),
        row.need(NAME),
        Objects.requireNonNullElse(paper, ""),
        0);
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    localDays.takeBack(days(rows));
  }

  @Override
  public Set<String> filters() {
    return Set.of("year");
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    String year = selection.filter("year");
    Condition which =
        year == null || !year.matches("\\d{4}")
            ? DSL.noCondition()
            : LOCAL_DAY.DAY.between(
                LocalDate.of(Integer.parseInt(year), 1, 1),
                LocalDate.of(Integer.parseInt(year), 12, 31));
    fetch(which).forEach(sink);
  }

  private List<Row> fetch(Condition which) {
    return sql.selectFrom(LOCAL_DAY)
        .where(LOCAL_DAY.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(LOCAL_DAY.DAY)
        .fetch(
            day ->
                Row.empty()
                    .with(DAY, day.getDay())
                    .with(WHAT, day.getOff() ? OFF : "WORK")
                    .with(NAME, day.getName())
                    .with(PAPER, day.getPaper().isEmpty() ? null : day.getPaper()));
  }

  private static List<LocalDate> days(List<Row> rows) {
    return rows.stream().map(CalendarKind::day).toList();
  }

  private static LocalDate day(Row row) {
    return Objects.requireNonNull(row.date(DAY));
  }
}
