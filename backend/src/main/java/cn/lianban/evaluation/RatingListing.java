package cn.lianban.evaluation;

import cn.lianban.api.types.RatingFilter;
import cn.lianban.api.types.RatingOrder;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ratings as their screen shows them: sealed where it seals them, with the case where it names it.
 */
@Component
class RatingListing extends ScreenListing<Rating> {
  private static final String GRADE = "grade";
  private static final String MONTH = "month";
  private static final String OPTIONS = "options";
  private final RatingLists lists;
  private final RatingQueries queries;
  private final Cases cases;
  private final Units units;

  RatingListing(RatingLists lists, RatingQueries queries, Cases cases, Units units) {
    this.lists = lists;
    this.queries = queries;
    this.cases = cases;
    this.units = units;
  }

  @Override
  public String name() {
    return "rating-list";
  }

  @Override
  public String title() {
    return "评价";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(GRADE, "评价"),
        Column.text("unit", "单位"),
        Column.text(MONTH, "月份"),
        Column.text(OPTIONS, "选项"),
        Column.text("comment", "留言"),
        Column.text("case", "办件"));
  }

  @Override
  public void authoriseExport() {
    lists.allowed(new RatingFilter());
  }

  @Override
  protected Page<Rating> page(Selection selection, int first, @Nullable String after) {
    RatingFilter asked = new RatingFilter();
    asked.setUnitId(selection.filter("unitId"));
    asked.setMonth(selection.day(MONTH));
    String grade = selection.filter(GRADE);
    asked.setGrade(grade == null ? null : Integer.valueOf(grade));
    asked.setWithPredecessors(selection.isOn("withPredecessors"));
    return lists.page(lists.allowed(asked), selection.order(RatingOrder.class), first, after);
  }

  @Override
  protected List<Row> rows(List<Rating> nodes, Selection selection) {
    Map<Long, Long> sources = queries.casesOf(nodes.stream().map(Rating::id).toList());
    Map<Long, CaseFile> files = cases.byIds(sources.values());
    Map<Integer, Unit> named = units.byIds(nodes.stream().map(Rating::unitId).distinct().toList());
    return nodes.stream()
        .map(
            rating ->
                Row.empty()
                    .with(GRADE, selection.word(GRADE, grade(rating)))
                    .with("unit", Unit.nameOf(named.get(rating.unitId())))
                    .with(MONTH, month(rating.month(), selection))
                    .with(OPTIONS, options(rating, selection))
                    .with("comment", rating.comment())
                    .with("case", number(sources.get(rating.id()), files)))
        .toList();
  }

  private static String grade(Rating rating) {
    return rating.grade() == null ? "SEALED" : String.valueOf(rating.grade());
  }

  /** The screen's words for months have the year's place in them. */
  private static String month(LocalDate month, Selection selection) {
    String words = selection.wordOrNothing(MONTH, String.valueOf(month.getMonthValue()));
    return words.isEmpty()
        ? month.toString().substring(0, 7)
        : words.replace("{year}", String.valueOf(month.getYear()));
  }

  private String options(Rating rating, Selection selection) {
    boolean english = selection.wordOrNothing(OPTIONS, "language").equals("en");
    return lists.options(rating).stream()
        .map(option -> english ? option.labelEn() : option.label())
        .collect(Collectors.joining(english ? "; " : "；"));
  }

  private static @Nullable String number(@Nullable Long caseId, Map<Long, CaseFile> files) {
    CaseFile file = caseId == null ? null : files.get(caseId);
    return file == null ? null : file.groupedNumber();
  }
}
