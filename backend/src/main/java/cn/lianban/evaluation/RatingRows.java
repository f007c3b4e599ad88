package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;
import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.db.evaluation.tables.records.InvitationRecord;
import cn.lianban.tenancy.ManyRows;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of ratings, one or many: the invitations taken, the ratings and their sources are parts
 * of one statement, so that giving them costs one round trip and no row that others write is
 * touched.
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

  /** Writes a rating given elsewhere, with an invitation that is used already. */
  long add(InvitationRecord used, Given given) {
    Cells cells = Cells.of(scope.district(), given);
    var taken = DSL.name("taken").as(sql.insertInto(INVITATION).set(used).returning(TAKEN));
    var numbered = numbered(taken);
    var rated = DSL.name("rated").as(rating(numbered, cells));
    var source = DSL.name("source").as(source(numbered, cells));
    return sql.with(taken)
        .with(numbered)
        .with(rated)
        .with(source)
        .select(of(source, RATING_SOURCE.RATING_ID))
        .from(source)
        .fetchSingle(of(source, RATING_SOURCE.RATING_ID));
  }

  /**
   * Takes the open invitations of tokens, each for the request of its key and hash; what is wrong,
   * used or expired is left out. A rival waits for the one who is taking it, which is one trip to
   * the server.
   *
   * @param passedOn the input's columns that go on with what was taken
   */
  ResultQuery<?> taking(
      CommonTableExpression<?> input, Cells cells, List<? extends Field<?>> passedOn) {
    List<SelectFieldOrAsterisk> taken = new ArrayList<>(TAKEN);
    taken.addAll(passedOn);
    return sql.update(INVITATION)
        .set(INVITATION.USED_AT, cells.at())
        .set(INVITATION.USED_KEY, of(input, Submission.KEY))
        .set(INVITATION.USED_HASH, of(input, Submission.REQUEST))
        .from(input)
        .where(INVITATION.DISTRICT_ID.eq(cells.district()))
        .and(INVITATION.TOKEN_HASH.eq(of(input, Submission.TOKEN)))
        .and(INVITATION.USED_AT.isNull())
        .and(INVITATION.EXPIRES_AT.gt(cells.at()))
        .returning(taken);
  }

  /** What was taken, each with the id that its rating will have. */
  CommonTableExpression<?> numbered(CommonTableExpression<?> taken) {
    List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(taken.fields()));
    fields.add(ManyRows.nextId(RATING).as(RATING_SOURCE.RATING_ID));
    return DSL.name("numbered").as(DSL.select(fields).from(taken));
  }

  ResultQuery<?> rating(CommonTableExpression<?> numbered, Cells cells) {
    return sql.insertInto(
            RATING,
            RATING.DISTRICT_ID,
            RATING.ID,
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
                    cells.district(),
                    of(numbered, RATING_SOURCE.RATING_ID),
                    of(numbered, INVITATION.UNIT_SUB_DISTRICT_ID),
                    of(numbered, INVITATION.UNIT_ID),
                    of(numbered, INVITATION.TEST),
                    cells.month(),
                    cells.grade(),
                    cells.version(),
                    cells.options(),
                    cells.comment(),
                    cells.active(),
                    cells.source())
                .from(numbered))
        .returning(RATING.ID);
  }

  ResultQuery<?> source(CommonTableExpression<?> numbered, Cells cells) {
    return sql.insertInto(
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
                    cells.district(),
                    of(numbered, RATING_SOURCE.RATING_ID),
                    of(numbered, INVITATION.CASE_ID),
                    of(numbered, INVITATION.SERVICE_NO),
                    of(numbered, INVITATION.ID),
                    of(numbered, INVITATION.CHANNEL),
                    cells.foreignNo(),
                    cells.at())
                .from(numbered))
        .returning(RATING_SOURCE.RATING_ID);
  }

  static <T> Field<T> of(CommonTableExpression<?> table, Field<T> field) {
    return java.util.Objects.requireNonNull(table.field(field));
  }

  /** What ratings consist of: values, or columns of the rows they are made from. */
  record Cells(
      Field<Integer> district,
      Field<Instant> at,
      Field<LocalDate> month,
      Field<Integer> grade,
      Field<Integer> version,
      Field<String[]> options,
      Field<String> comment,
      Field<Boolean> active,
      Field<String> source,
      Field<String> foreignNo) {
    static Cells of(int district, Given given) {
      Answer answer = given.answer();
      return new Cells(
          DSL.val(district),
          DSL.val(given.at(), RATING_SOURCE.RATED_AT),
          DSL.val(monthOf(given.at())),
          DSL.val(answer.grade()),
          DSL.val(answer.version()),
          DSL.val(answer.options().toArray(String[]::new), RATING.OPTIONS),
          DSL.val(answer.comment(), RATING.COMMENT),
          DSL.val(given.active()),
          DSL.val(given.source()),
          DSL.val(given.foreignNo(), RATING_SOURCE.FOREIGN_NO));
    }
  }

  static LocalDate monthOf(Instant at) {
    return LocalDate.ofInstant(at, Now.CHINA).withDayOfMonth(1);
  }

  /**
   * @param active false: a default rating nobody gave
   * @param source the platform it was imported from
   */
  record Given(
      Answer answer, Instant at, boolean active, String source, @Nullable String foreignNo) {}
}
