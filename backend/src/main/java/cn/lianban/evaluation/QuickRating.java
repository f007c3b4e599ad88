package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.audit.InOneStatement;
import cn.lianban.evaluation.RatingRows.Given;
import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Gives a rating: everything it writes, the request that gave it and the audit entry too, in one
 * statement.
 */
@Component
class QuickRating {
  private static final String ACTION = "rating.submit";
  private final TenantScope scope;
  private final InOneStatement audited;
  private final Question<Long> statement;

  QuickRating(DSLContext sql, TenantScope scope, RatingRows rows, InOneStatement audited) {
    this.scope = scope;
    this.audited = audited;
    var cells =
        new RatingRows.Cells(
            Question.DISTRICT,
            Question.parameter(1, Instant.class),
            Question.parameter(2, LocalDate.class),
            Question.parameter(3, Integer.class),
            Question.parameter(4, Integer.class),
            Question.parameter(5, String[].class),
            Question.parameter(6, String.class),
            DSL.inline(true),
            DSL.inline("OWN"),
            DSL.inline((String) null));
    var taken =
        DSL.name("taken")
            .as(
                rows.taking(
                    Question.parameter(7, byte[].class),
                    Question.parameter(8, String.class),
                    Question.parameter(9, byte[].class),
                    cells));
    var rated = DSL.name("rated").as(rows.rating(taken, cells));
    var source = DSL.name("source").as(rows.source(taken, rated, cells));
    var id = RatingRows.of(rated, RATING.ID);
    this.statement =
        new Question<>(
            sql,
            scope,
            sql.with(taken)
                .with(rated)
                .with(source)
                .with(DSL.name("entry").as(audited.entry(rated, id, ACTION, "rating")))
                .select(RatingRows.of(source, RATING_SOURCE.RATING_ID))
                .from(source),
            (AnswerRow row) -> row.big(1));
  }

  /**
   * @param key the request's idempotency key
   * @param requestHash of its whole input, as {@link cn.lianban.audit.Once#hash}
   * @return the rating's id; empty when the token is not open, or its service rated already
   */
  OptionalLong take(
      byte[] tokenHash, Given given, String key, byte[] requestHash, Map<String, ?> facts) {
    Answer answer = given.answer();
    Object[] own = {
      given.at(),
      given.month(),
      answer.grade(),
      answer.version(),
      answer.options().toArray(String[]::new),
      answer.comment(),
      tokenHash,
      key,
      requestHash
    };
    Object[] values = audited.values(own, given.at(), ACTION, facts);
    try {
      List<Long> id = scope.writeAtOnce(statement, values);
      return id.isEmpty() ? OptionalLong.empty() : OptionalLong.of(id.getFirst());
    } catch (DataAccessException refused) {
      if (ratedAlready(refused)) {
        return OptionalLong.empty();
      }
      throw refused;
    }
  }

  /** A unique key stood against it. */
  private static boolean ratedAlready(DataAccessException refused) {
    return refused.getCause() instanceof SQLException cause && "23505".equals(cause.getSQLState());
  }
}
