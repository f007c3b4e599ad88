package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.api.types.RatingSubmitInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.catalog.Items;
import cn.lianban.evaluation.RatingRows.Given;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The citizen's side: opens a link and gives the rating, without an account. */
@Component
class RatingDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final RatingForms forms;
  private final RatingRows rows;
  private final QuickRating quick;
  private final Subjects subjects;

  RatingDesk(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      RatingForms forms,
      RatingRows rows,
      QuickRating quick,
      Subjects subjects) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.forms = forms;
    this.rows = rows;
    this.quick = quick;
    this.subjects = subjects;
  }

  /**
   * What the link is about. Nothing is consumed.
   *
   * @throws Rejected RATING_LINK_INVALID for a wrong, used or expired token, and without a district
   */
  RatingSubject open(String typed) {
    RatingToken token = new RatingToken(typed);
    requireVisitor();
    return scope.asSubject(token.actor(), () -> subjects.of(openInvitation(token)));
  }

  private long openInvitation(RatingToken token) {
    Long caseId =
        sql.select(INVITATION.CASE_ID)
            .from(INVITATION)
            .where(INVITATION.DISTRICT_ID.eq(scope.district()))
            .and(INVITATION.TOKEN_HASH.eq(token.hash()))
            .and(INVITATION.USED_AT.isNull())
            .and(INVITATION.EXPIRES_AT.gt(now.instant()))
            .fetchOne(INVITATION.CASE_ID);
    if (caseId == null) {
      throw invalid();
    }
    return caseId;
  }

  /**
   * Gives the rating and consumes the token. The key is looked up before anything is checked, so
   * that a retry after a lost answer succeeds with the same receipt.
   *
   * @throws Rejected RATING_LINK_INVALID as {@link #open}; INVALID or REQUIRED at a field
   */
  RatingReceipt submit(RatingSubmitInput input) {
    RatingToken token = new RatingToken(input.getToken());
    requireVisitor();
    // The reach is widened first, which spares two round trips: before the token has proved itself
    // by the UPDATE that takes it, nothing is read but the caller's own idempotency row.
    return scope.asSubject(
        token.actor(),
        () -> {
          Instant at = now.instant();
          if (isTakenQuickly(token, input, at)) {
            return new RatingReceipt(token.receiptNumber(), at);
          }
          Once.Done done = once.run(input.getIdempotencyKey(), input, () -> rate(token, input, at));
          return new RatingReceipt(
              token.receiptNumber(), done.replayed() ? ratedAt(done.id()) : at);
        });
  }

  /** False also for what will be refused: the long way looks for an earlier request first. */
  private boolean isTakenQuickly(RatingToken token, RatingSubmitInput input, Instant at) {
    try {
      Given given = given(input, at);
      String key = input.getIdempotencyKey();
      return quick.take(token.hash(), given, key, input, facts(token, given)).isPresent();
    } catch (Rejected toBeTold) {
      return false;
    }
  }

  private long rate(RatingToken token, RatingSubmitInput input, Instant at) {
    Given given = given(input, at);
    long id;
    try {
      id = rows.take(token.hash(), given).orElseThrow(RatingDesk::invalid);
    } catch (IntegrityConstraintViolationException ratedAlready) {
      throw invalid();
    }
    audit.record("rating.submit", "rating:" + id, facts(token, given));
    return id;
  }

  private Given given(RatingSubmitInput input, Instant at) {
    RatingForm form =
        forms
            .find(input.getOptionVersion())
            .orElseThrow(() -> new Rejected("INVALID", "optionVersion", "选项已更新，请刷新页面"));
    Answer answer = Answer.checked(input.getGrade(), form, input.getOptions(), input.getComment());
    return new Given(answer, at, true, "OWN", null);
  }

  private static Map<String, String> facts(RatingToken token, Given given) {
    return Map.of("digest", HexFormat.of().formatHex(given.answer().digest(token.hash())));
  }

  private Instant ratedAt(long ratingId) {
    return sql.select(RATING_SOURCE.RATED_AT)
        .from(RATING_SOURCE)
        .where(RATING_SOURCE.DISTRICT_ID.eq(scope.district()))
        .and(RATING_SOURCE.RATING_ID.eq(ratingId))
        .fetchSingle(RATING_SOURCE.RATED_AT);
  }

  /** Links work under the district's path only, for callers without an account. */
  private void requireVisitor() {
    Scope caller = scope.current();
    if (!caller.hasDistrict() || caller.reach() != Reach.PUBLIC) {
      throw invalid();
    }
  }

  private static Rejected invalid() {
    return new Rejected("RATING_LINK_INVALID", null, "评价链接无效、已使用或已过期");
  }

  /** What a link tells about its case. */
  @Component
  static class Subjects {
    private final Cases cases;
    private final Items items;
    private final Units units;
    private final Districts districts;
    private final RatingForms forms;

    Subjects(Cases cases, Items items, Units units, Districts districts, RatingForms forms) {
      this.cases = cases;
      this.items = items;
      this.units = units;
      this.districts = districts;
      this.forms = forms;
    }

    private RatingSubject of(long caseId) {
      CaseFile file = cases.find(caseId).orElseThrow();
      Instant decided = file.decidedAt();
      return new RatingSubject(
          districts.current().orElseThrow().name(),
          items.find(file.itemId()).orElseThrow().name(),
          units.find(file.decideUnitId()).orElseThrow().name(),
          decided == null ? null : LocalDate.ofInstant(decided, Now.CHINA),
          forms.inForce());
    }
  }

  /** What the citizen sees of his case before he rates it. */
  record RatingSubject(
      String districtName,
      String itemName,
      String unitName,
      @Nullable LocalDate decidedOn,
      RatingForm form) {}

  /** Never shows the grade: nobody can be made to show it. */
  record RatingReceipt(String number, Instant at) {}
}
