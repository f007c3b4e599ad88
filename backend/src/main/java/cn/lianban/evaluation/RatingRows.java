package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;
import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.db.evaluation.tables.records.InvitationRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a rating: the invitation taken, the rating and its source are one statement, so that
 * giving one costs one round trip and no row that others write is touched.
 */
@Component
class RatingRows {
  private static final List<SelectFieldOrAsterisk> TAKEN =
      List.of(
          INVITATION.ID,
          INVITATION.CASE_ID,
          INVITATION.SERVICE_NO,
          INVITATION.UNIT_ID,
          INVITATION.UNIT_SUB_DISTRICT_ID,
          INVITATION.TEST,
          INVITATION.CHANNEL);
  private final DSLContext sql;
  private final TenantScope scope;

  RatingRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * Takes the open invitation of a token; empty when there is none: wrong, used or expired. A rival
   * who is taking it right now counts as having used it, so that a flood of submits does not queue
   * up on the row; should he fail, the link is still open.
   */
  OptionalLong take(byte[] tokenHash, Given given) {
    Condition open =
        INVITATION
            .DISTRICT_ID
            .eq(scope.district())
            .and(INVITATION.TOKEN_HASH.eq(tokenHash))
            .and(INVITATION.USED_AT.isNull())
            .and(INVITATION.EXPIRES_AT.gt(given.at()));
    return write(
        sql.update(INVITATION)
            .set(INVITATION.USED_AT, given.at())
            .where(INVITATION.DISTRICT_ID.eq(scope.district()))
            .and(
                INVITATION.ID.eq(
                    DSL.select(INVITATION.ID)
                        .from(INVITATION)
                        .where(open)
                        .forUpdate()
                        .skipLocked()))
            .and(INVITATION.USED_AT.isNull())
            .returning(TAKEN),
        given);
  }

  /** Writes a rating given elsewhere, with an invitation that is used already. */
  long add(InvitationRecord used, Given given) {
    return write(sql.insertInto(INVITATION).set(used).returning(TAKEN), given).orElseThrow();
  }

  private OptionalLong write(ResultQuery<InvitationRecord> taking, Given given) {
    var taken = DSL.name("taken").as(taking);
    var rated = DSL.name("rated").as(insertRating(taken, given));
    var row =
        sql.with(taken)
            .with(rated)
            .insertInto(
                RATING_SOURCE,
                RATING_SOURCE.DISTRICT_ID,
                RATING_SOURCE.RATING_ID,
                RATING_SOURCE.CASE_ID,
                RATING_SOURCE.SERVICE_NO,
                RATING_SOURCE.INVITATION_ID,
                RATING_SOURCE.CHANNEL,
                RATING_SOURCE.FOREIGN_NO,
                RATING_SOURCE.RATED_AT)
            .select(
                DSL.select(
                        DSL.val(scope.district()),
                        of(rated, RATING.ID),
                        of(taken, INVITATION.CASE_ID),
                        of(taken, INVITATION.SERVICE_NO),
                        of(taken, INVITATION.ID),
                        of(taken, INVITATION.CHANNEL),
                        DSL.val(given.foreignNo(), RATING_SOURCE.FOREIGN_NO),
                        DSL.val(given.at(), RATING_SOURCE.RATED_AT))
                    .from(taken)
                    .crossJoin(rated))
            .returning(RATING_SOURCE.RATING_ID)
            .fetchOne();
    return row == null ? OptionalLong.empty() : OptionalLong.of(row.getRatingId());
  }

  private ResultQuery<?> insertRating(CommonTableExpression<?> taken, Given given) {
    Answer answer = given.answer();
    return sql.insertInto(
            RATING,
            RATING.DISTRICT_ID,
            RATING.SUB_DISTRICT_ID,
            RATING.UNIT_ID,
            RATING.TEST,
            RATING.MONTH,
            RATING.GRADE,
            RATING.OPTION_VERSION,
            RATING.OPTIONS,
            RATING.COMMENT,
            RATING.ACTIVE,
            RATING.SOURCE)
        .select(
            DSL.select(
                    DSL.val(scope.district()),
                    of(taken, INVITATION.UNIT_SUB_DISTRICT_ID),
                    of(taken, INVITATION.UNIT_ID),
                    of(taken, INVITATION.TEST),
                    DSL.val(given.month()),
                    DSL.val(answer.grade()),
                    DSL.val(answer.version()),
                    DSL.val(answer.options().toArray(String[]::new), RATING.OPTIONS),
                    DSL.val(answer.comment(), RATING.COMMENT),
                    DSL.val(given.active()),
                    DSL.val(given.source()))
                .from(taken))
        .returning(RATING.ID);
  }

  private static <T> Field<T> of(CommonTableExpression<?> table, Field<T> field) {
    return java.util.Objects.requireNonNull(table.field(field));
  }

  /**
   * @param active false: a default rating nobody gave
   * @param source {@code OWN}, or the platform it was imported from
   */
  record Given(
      Answer answer, Instant at, boolean active, String source, @Nullable String foreignNo) {
    LocalDate month() {
      return LocalDate.ofInstant(at, Now.CHINA).withDayOfMonth(1);
    }
  }
}
