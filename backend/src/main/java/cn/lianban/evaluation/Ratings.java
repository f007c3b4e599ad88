package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;

import cn.lianban.db.evaluation.tables.records.InvitationRecord;
import cn.lianban.evaluation.RatingRows.Given;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ratings for other rooms: figures by unit and month, and what was given elsewhere. */
@Component
public class Ratings {
  private final DSLContext sql;
  private final TenantScope scope;
  private final RatingRows rows;
  private final RatingForms forms;
  private final Now now;

  Ratings(DSLContext sql, TenantScope scope, RatingRows rows, RatingForms forms, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
    this.forms = forms;
    this.now = now;
  }

  /**
   * Active ratings, tests left out, by unit and month of giving; one statement. Exactly what {@code
   * ratings(filter)} lists.
   *
   * @param from first day of the first month
   * @param to first day of the last month
   */
  public List<Tally> tally(LocalDate from, LocalDate to, Collection<Integer> unitIds) {
    boolean sealing = scope.current().reach() != Reach.ALL;
    LocalDate running = now.today().withDayOfMonth(1);
    var rated = DSL.count().as("rated");
    var satisfied = DSL.count().filterWhere(RATING.GRADE.ge(3)).as("satisfied");
    var own = DSL.count().filterWhere(RATING.SOURCE.eq("OWN")).as("own");
    return sql.select(RATING.UNIT_ID, RATING.MONTH, rated, satisfied, own)
        .from(RATING)
        .where(RATING.DISTRICT_ID.eq(scope.district()), Among.these(RATING.UNIT_ID, unitIds))
        .and(RATING.MONTH.between(from, to))
        .and(RATING.ACTIVE)
        .andNot(RATING.TEST)
        .groupBy(RATING.UNIT_ID, RATING.MONTH)
        .fetch(
            row ->
                new Tally(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    sealing
                            && (row.value3() < RatingQueries.SMALLEST_OPEN_CELL
                                || !row.value2().isBefore(running))
                        ? null
                        : row.value4(),
                    row.value5()));
  }

  /**
   * Writes a rating given elsewhere or earlier: demo data, imports. In the caller's transaction,
   * under reach ALL; the import itself is what gets audited.
   *
   * @return its id
   * @throws Rejected as for a citizen: INVALID, REQUIRED
   * @throws org.jooq.exception.DataAccessException the case's service has been rated already
   */
  public long record(PastRating past) {
    RatingForm form = forms.inForce();
    Answer answer = Answer.checked(past.grade(), form, past.options(), past.comment());
    InvitationRecord used = new InvitationRecord();
    used.setDistrictId(scope.district());
    used.setTokenHash(SecretToken.fresh().hash());
    used.setCaseId(past.caseId());
    used.setServiceNo(past.serviceNo());
    used.setUnitId(past.unitId());
    used.setUnitSubDistrictId(past.unitSubDistrictId());
    used.setTest(past.test());
    used.setChannel(past.channel());
    used.setExpiresAt(past.at());
    used.setUsedAt(past.at());
    return rows.add(
        used, new Given(answer, past.at(), past.active(), past.source(), past.foreignNo()));
  }

  /**
   * @param satisfied grades 3 to 5; null where the caller may not see grades
   * @param own given through our own links, not imported
   */
  public record Tally(
      int unitId, LocalDate month, int rated, @Nullable Integer satisfied, int own) {}

  /**
   * @param unitId the unit rated: the one that decided
   * @param unitSubDistrictId that unit's sub-district, null at district level
   * @param active false: a default rating nobody gave, which counts nowhere
   * @param channel {@code LINK}, {@code TABLET}, {@code PHONE} …
   * @param source {@code OWN}, or the platform it comes from
   */
  public record PastRating(
      long caseId,
      int serviceNo,
      int unitId,
      @Nullable Integer unitSubDistrictId,
      int grade,
      List<String> options,
      @Nullable String comment,
      Instant at,
      boolean active,
      boolean test,
      String channel,
      String source,
      @Nullable String foreignNo) {
    public PastRating {
      Objects.requireNonNull(at);
    }
  }
}
