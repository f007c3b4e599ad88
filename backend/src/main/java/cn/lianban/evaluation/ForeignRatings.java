package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ratings as rows of a file; sources are read under reach ALL only. */
@Component
class ForeignRatings {
  private static final int PAGE = 500;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Cases cases;
  private final RatingForms forms;

  ForeignRatings(DSLContext sql, TenantScope scope, Cases cases, RatingForms forms) {
    this.sql = sql;
    this.scope = scope;
    this.cases = cases;
    this.forms = forms;
  }

  List<Row> known(Collection<String> foreignNumbers) {
    return rows(select(Among.these(RATING_SOURCE.FOREIGN_NO, foreignNumbers)), null);
  }

  /** Which of these cases have a rating. */
  Set<Long> rated(Collection<Long> caseIds) {
    return new HashSet<>(
        sql.select(RATING_SOURCE.CASE_ID)
            .from(RATING_SOURCE)
            .where(RATING_SOURCE.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(RATING_SOURCE.CASE_ID, caseIds))
            .and(RATING_SOURCE.SERVICE_NO.gt(0))
            .fetch(RATING_SOURCE.CASE_ID));
  }

  void all(Selection selection, Consumer<Row> sink) {
    Condition which = RatingFilters.condition(selection);
    Long item = RatingFilters.item(selection);
    long after = 0;
    Result<Record> page = select(which.and(RATING.ID.gt(after)));
    while (!page.isEmpty()) {
      rows(page, item).forEach(sink);
      after = page.getLast().get(RATING.ID);
      page = select(which.and(RATING.ID.gt(after)));
    }
  }

  /** The item is the case's, and cases are another room's. */
  private List<Row> rows(Result<Record> found, @Nullable Long item) {
    Map<Long, CaseFile> files = cases.byIds(found.getValues(RATING_SOURCE.CASE_ID));
    return found.stream()
        .filter(
            row -> {
              CaseFile file = files.get(row.get(RATING_SOURCE.CASE_ID));
              return item == null || (file != null && file.itemId() == item);
            })
        .map(row -> row(row, files.get(row.get(RATING_SOURCE.CASE_ID))))
        .toList();
  }

  private Result<Record> select(Condition which) {
    return sql.select(RATING.fields())
        .select(
            RATING_SOURCE.CASE_ID,
            RATING_SOURCE.FOREIGN_NO,
            RATING_SOURCE.RATED_AT,
            RATING_SOURCE.CHANNEL)
        .from(RATING)
        .join(RATING_SOURCE)
        .on(RATING_SOURCE.DISTRICT_ID.eq(RATING.DISTRICT_ID), RATING_SOURCE.RATING_ID.eq(RATING.ID))
        .where(RATING.DISTRICT_ID.eq(scope.district()), which)
        .andNot(RATING.TEST)
        .orderBy(RATING.ID)
        .limit(PAGE)
        .fetch();
  }

  private Row row(Record rating, @Nullable CaseFile file) {
    String foreign = rating.get(RATING_SOURCE.FOREIGN_NO);
    List<String> codes = List.of(Objects.requireNonNull(rating.get(RATING.OPTIONS)));
    List<String> words =
        forms
            .find(rating.get(RATING.OPTION_VERSION))
            .map(form -> form.chosen(rating.get(RATING.GRADE), codes))
            .orElse(List.of())
            .stream()
            .map(RatingForm.Option::label)
            .toList();
    return Row.empty()
        .with(RatingKind.SOURCE, rating.get(RATING.SOURCE))
        .with(
            RatingKind.FOREIGN_NO,
            foreign == null ? String.valueOf(rating.get(RATING.ID)) : foreign)
        .with(RatingKind.CASE_NO, file == null ? null : file.number())
        .with(RatingKind.GRADE, rating.get(RATING.GRADE))
        .with(RatingKind.OPTIONS, words)
        .with(RatingKind.COMMENT, rating.get(RATING.COMMENT))
        .with(RatingKind.RATED_AT, rating.get(RATING_SOURCE.RATED_AT))
        .with(RatingKind.CHANNEL, rating.get(RATING_SOURCE.CHANNEL))
        .with(RatingKind.ACTIVE, rating.get(RATING.ACTIVE));
  }
}
