package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;
import static cn.lianban.evaluation.Submission.COMMENT;
import static cn.lianban.evaluation.Submission.GRADE;
import static cn.lianban.evaluation.Submission.KEY;
import static cn.lianban.evaluation.Submission.OPTIONS;
import static cn.lianban.evaluation.Submission.PLACE;
import static cn.lianban.evaluation.Submission.REQUEST;
import static cn.lianban.evaluation.Submission.TOKEN;
import static cn.lianban.evaluation.Submission.VERSION;

import cn.lianban.audit.InOneStatement;
import cn.lianban.evaluation.RatingRows.Cells;
import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.GroupCommit;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives ratings: everything they write, the requests that gave them and the audit entries too, in
 * one statement for all of a district that wait.
 */
@Component
class RatingsTogether {
  private static final String ACTION = "rating.submit";
  private static final String BETWEEN_OPTIONS = "\n"; // no code has one

  /** One more than cores, for one waits for its commit; the more there are the fewer meet. */
  private static final int LANES = Math.clamp(Runtime.getRuntime().availableProcessors() + 1, 2, 8);

  private static final int MOST = 64;
  private final TenantScope scope;
  private final Now now;
  private final RatingRows rows;
  private final InOneStatement audited;
  private final Question<Integer> statement;
  private final GroupCommit<Submission, Optional<Instant>> ratings;

  RatingsTogether(
      DSLContext sql, TenantScope scope, Now now, RatingRows rows, InOneStatement audited) {
    this.scope = scope;
    this.now = now;
    this.rows = rows;
    this.audited = audited;
    this.statement = new Question<>(sql, scope, statement(sql), (AnswerRow row) -> row.number(1));
    this.ratings = new GroupCommit<>(LANES, MOST, this::write);
  }

  /**
   * @param tokenHash of an open link
   * @param key the request's idempotency key
   * @param request hash of its whole input, as {@link cn.lianban.audit.Once#hash}
   * @return when; null when the token is not open, or its service rated already
   */
  @Nullable Instant give(
      byte[] tokenHash, Answer answer, String key, byte[] request, Map<String, ?> facts) {
    Submission mine = new Submission(tokenHash, answer, key, request, audited.act(facts));
    return ratings.write(scope.district(), mine).orElse(null);
  }

  private ResultQuery<?> statement(DSLContext sql) {
    Cells cells = cells();
    var input = DSL.name("input").as(DSL.select(sent()));
    var taken = DSL.name("taken").as(rows.taking(input, cells, passedOn()));
    var numbered = rows.numbered(taken);
    var id = RatingRows.of(numbered, RATING_SOURCE.RATING_ID);
    return sql.with(input)
        .with(taken)
        .with(numbered)
        .with(DSL.name("rated").as(rows.rating(numbered, cells)))
        .with(DSL.name("source").as(rows.source(numbered, cells)))
        .with(DSL.name("entry").as(audited.entries(numbered, id, ACTION, "rating")))
        .select(RatingRows.of(numbered, PLACE))
        .from(numbered);
  }

  /** A row for each rating; the numbers are those of {@link #values}. */
  private static List<SelectFieldOrAsterisk> sent() {
    List<SelectFieldOrAsterisk> sent =
        new ArrayList<>(
            List.of(
                Question.each(3, Integer.class).as(PLACE),
                Question.each(4, byte[].class).as(TOKEN),
                Question.each(5, Integer.class).as(GRADE),
                Question.each(6, Integer.class).as(VERSION),
                Question.each(7, String.class).as(OPTIONS),
                Question.each(8, String.class).as(COMMENT),
                Question.each(9, String.class).as(KEY),
                Question.each(10, byte[].class).as(REQUEST)));
    sent.addAll(InOneStatement.given());
    return sent;
  }

  private static List<Field<?>> passedOn() {
    List<Field<?>> passedOn = new ArrayList<>(List.of(PLACE, GRADE, VERSION, OPTIONS, COMMENT));
    passedOn.addAll(InOneStatement.columns());
    return passedOn;
  }

  private static Cells cells() {
    return new Cells(
        Question.DISTRICT,
        Question.parameter(1, Instant.class),
        Question.parameter(2, LocalDate.class),
        GRADE,
        VERSION,
        DSL.function(
            DSL.name("string_to_array"),
            RATING.OPTIONS.getDataType(),
            OPTIONS,
            DSL.inline(BETWEEN_OPTIONS)),
        COMMENT,
        DSL.inline(true),
        DSL.inline("OWN"),
        DSL.inline((String) null));
  }

  private List<Optional<Instant>> write(List<Submission> together) {
    Instant at = now.instant();
    Set<Integer> taken = taken(values(together, at), together.size() == 1);
    return IntStream.range(0, together.size())
        .mapToObj(place -> taken.contains(place) ? Optional.of(at) : Optional.<Instant>empty())
        .toList();
  }

  private Object[] values(List<Submission> together, Instant at) {
    Object[] own = {
      at,
      RatingRows.monthOf(at),
      IntStream.range(0, together.size()).boxed().toArray(Integer[]::new),
      each(together, Submission::token, byte[][]::new),
      each(together, one -> one.answer().grade(), Integer[]::new),
      each(together, one -> one.answer().version(), Integer[]::new),
      each(together, one -> String.join(BETWEEN_OPTIONS, one.answer().options()), String[]::new),
      each(together, one -> one.answer().comment(), String[]::new),
      each(together, Submission::key, String[]::new),
      each(together, Submission::request, byte[][]::new)
    };
    return audited.values(own, at, ACTION, together.stream().map(Submission::act).toList());
  }

  private static <T> T[] each(
      List<Submission> together, Function<Submission, @Nullable T> cell, IntFunction<T[]> array) {
    return together.stream().map(cell).toArray(array);
  }

  private Set<Integer> taken(Object[] values, boolean alone) {
    try {
      return new HashSet<>(scope.writeAtOnce(statement, values));
    } catch (DataAccessException refused) {
      if (alone && ratedAlready(refused)) {
        return Set.of();
      }
      throw refused;
    }
  }

  /** A unique key stood against it. */
  private static boolean ratedAlready(DataAccessException refused) {
    return refused.getCause() instanceof SQLException cause && "23505".equals(cause.getSQLState());
  }
}
