package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reading SQL of the room. */
@Component
class RatingQueries {
  /**
   * Below it a month shows the rated unit's level nothing but the number of ratings. So does the
   * month that runs: each further one could be laid beside the case that has just been rated.
   */
  static final int SMALLEST_OPEN_CELL = 5;

  private static final int COUNTED_UP_TO = 10_000;
  private static final List<SelectField<?>> FIELDS =
      List.of(
          RATING.ID,
          RATING.UNIT_ID,
          RATING.MONTH,
          RATING.GRADE,
          RATING.OPTION_VERSION,
          RATING.OPTIONS,
          RATING.COMMENT,
          RATING.REF);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Question<Map.Entry<Long, Rating>> byCases;

  RatingQueries(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.byCases =
        new Question<>(
            sql,
            scope,
            sql.select(FIELDS)
                .select(RATING_SOURCE.CASE_ID)
                .from(RATING_SOURCE)
                .join(RATING)
                .on(RATING.DISTRICT_ID.eq(RATING_SOURCE.DISTRICT_ID))
                .and(RATING.ID.eq(RATING_SOURCE.RATING_ID))
                .where(RATING_SOURCE.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, RATING_SOURCE.CASE_ID))
                .and(RATING_SOURCE.SERVICE_NO.gt(DSL.inline(0)))
                .orderBy(RATING_SOURCE.SERVICE_NO),
            row -> Map.entry(row.big(9), rating(row)));
  }

  /**
   * By month; within a month in no order of time.
   *
   * @param downwards newest month first
   */
  Page<Rating> page(Filter filter, boolean downwards, int first, @Nullable String after) {
    int size = Page.size(first);
    Field<Boolean> open = DSL.field(isOpen()).as("open");
    List<Rating> rows =
        sql.select(FIELDS)
            .select(open)
            .from(RATING)
            .where(counted(filter))
            .and(after == null ? DSL.noCondition() : beyond(after, downwards))
            .orderBy(
                downwards
                    ? List.of(RATING.MONTH.desc(), RATING.REF.desc())
                    : List.of(RATING.MONTH.asc(), RATING.REF.asc()))
            .limit(size + 1)
            .fetch(row -> row.get(open) ? rating(row) : rating(row).sealed());
    return Page.of(rows, size, rating -> Cursor.of(rating.month(), rating.ref()));
  }

  /** All that match, at most 10,000. */
  int count(Filter filter) {
    return sql.fetchCount(DSL.selectOne().from(RATING).where(counted(filter)).limit(COUNTED_UP_TO));
  }

  /** Ratings by case; empty below reach ALL, which alone reads the sources. */
  Map<Long, Rating> byCases(Collection<Long> caseIds) {
    Round alone = new Round(scope);
    var answer = byCases(alone, caseIds);
    alone.go();
    return answer.get();
  }

  /** As {@link #byCases(Collection)}, asked together with other questions. */
  Supplier<Map<Long, Rating>> byCases(Round round, Collection<Long> caseIds) {
    var rows = round.add(byCases, (Object) caseIds.toArray(Long[]::new));
    return () -> {
      Map<Long, Rating> found = new HashMap<>();
      rows.get().forEach(rated -> found.put(rated.getKey(), rated.getValue()));
      return found;
    };
  }

  /** Where ratings were given; empty below reach ALL, as the cases are. */
  Map<Long, RatingOrigin> originsOf(Collection<Long> ratingIds) {
    return sql.select(RATING_SOURCE.RATING_ID, RATING.SOURCE, RATING_SOURCE.FOREIGN_NO)
        .from(RATING_SOURCE)
        .join(RATING)
        .on(RATING.DISTRICT_ID.eq(RATING_SOURCE.DISTRICT_ID), RATING.ID.eq(RATING_SOURCE.RATING_ID))
        .where(RATING_SOURCE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(RATING_SOURCE.RATING_ID, ratingIds))
        .fetchMap(
            RATING_SOURCE.RATING_ID,
            row -> new RatingOrigin(row.get(RATING.SOURCE), row.get(RATING_SOURCE.FOREIGN_NO)));
  }

  /** Case ids by rating; empty below reach ALL. */
  Map<Long, Long> casesOf(Collection<Long> ratingIds) {
    return sql.select(RATING_SOURCE.RATING_ID, RATING_SOURCE.CASE_ID)
        .from(RATING_SOURCE)
        .where(RATING_SOURCE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(RATING_SOURCE.RATING_ID, ratingIds))
        .fetchMap(RATING_SOURCE.RATING_ID, RATING_SOURCE.CASE_ID);
  }

  /** Active ratings that are no test, as the figures count them. */
  private Condition counted(Filter filter) {
    Condition which =
        RATING.DISTRICT_ID.eq(scope.district()).and(RATING.ACTIVE).andNot(RATING.TEST);
    if (filter.unitIds() != null) {
      which = which.and(Among.these(RATING.UNIT_ID, filter.unitIds()));
    }
    if (filter.month() != null) {
      which = which.and(RATING.MONTH.eq(filter.month().withDayOfMonth(1)));
    }
    if (filter.grade() != null) {
      which = which.and(RATING.GRADE.eq(filter.grade())).and(isOpen());
    }
    return which;
  }

  /** The reader is above the units, or the month is over and the unit had five ratings in it. */
  private Condition isOpen() {
    if (scope.current().reach() == Reach.ALL) {
      return DSL.trueCondition();
    }
    var other = RATING.as("other");
    return RATING
        .MONTH
        .lt(now.today().withDayOfMonth(1))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(other)
                    .where(
                        other.DISTRICT_ID.eq(RATING.DISTRICT_ID), other.UNIT_ID.eq(RATING.UNIT_ID))
                    .and(other.MONTH.eq(RATING.MONTH))
                    .and(other.ACTIVE)
                    .andNot(other.TEST)
                    .limit(1)
                    .offset(SMALLEST_OPEN_CELL - 1)));
  }

  private static Condition beyond(String after, boolean downwards) {
    List<String> parts = Cursor.parse(after, 2);
    try {
      var key = DSL.row(RATING.MONTH, RATING.REF);
      LocalDate month = LocalDate.parse(parts.get(0));
      UUID ref = UUID.fromString(parts.get(1));
      return downwards ? key.lt(month, ref) : key.gt(month, ref);
    } catch (java.time.DateTimeException | IllegalArgumentException malformed) {
      throw cn.lianban.graphql.Problem.badInput("after", "翻页位置无效");
    }
  }

  /** As {@link #FIELDS} have it. */
  private static Rating rating(AnswerRow row) {
    return new Rating(
        row.big(1),
        UUID.fromString(row.text(8)),
        row.number(2),
        row.day(3),
        row.number(4),
        row.number(5),
        List.of(row.texts(6)),
        row.textOrNull(7));
  }

  private static Rating rating(Record row) {
    return new Rating(
        row.get(RATING.ID),
        row.get(RATING.REF),
        row.get(RATING.UNIT_ID),
        row.get(RATING.MONTH),
        row.get(RATING.GRADE),
        row.get(RATING.OPTION_VERSION),
        List.of(Objects.requireNonNull(row.get(RATING.OPTIONS))),
        row.get(RATING.COMMENT));
  }

  /**
   * @param month any day of it
   */
  record Filter(
      @Nullable Set<Integer> unitIds, @Nullable LocalDate month, @Nullable Integer grade) {}
}
