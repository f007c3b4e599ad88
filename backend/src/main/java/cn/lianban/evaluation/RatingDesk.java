package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;

import cn.lianban.api.types.RatingSubmitInput;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The citizen's side: opens a link and gives the rating, without an account. */
@Component
class RatingDesk {
  private static final long TWELVE_DIGITS = 1_000_000_000_000L;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final RatingForms forms;
  private final RatingsTogether ratings;
  private final Subjects subjects;

  RatingDesk(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      RatingForms forms,
      RatingsTogether ratings,
      Subjects subjects) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.forms = forms;
    this.ratings = ratings;
    this.subjects = subjects;
  }

  /**
   * What the link is about. Nothing is consumed.
   *
   * @throws Rejected RATING_LINK_INVALID for a wrong, used or expired token, and without a district
   */
  RatingSubject open(String typed) {
    SecretToken token = new SecretToken(typed);
    requireVisitor();
    return scope.asSubject(token.actor(), () -> subjects.of(openInvitation(token)));
  }

  private long openInvitation(SecretToken token) {
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
   * Gives the rating and consumes the token. A retry after a lost answer gets the same receipt: the
   * used link knows which request used it.
   *
   * @throws Rejected RATING_LINK_INVALID as {@link #open}; INVALID or REQUIRED at a field;
   *     IDEMPOTENCY_CONFLICT
   */
  RatingReceipt submit(RatingSubmitInput input) {
    SecretToken token = new SecretToken(input.getToken());
    requireVisitor();
    // The reach is widened first, which spares two round trips: before the token has proved itself
    // by the UPDATE that takes it, nothing is read but the kinds of answers there are.
    return scope.asSubject(
        token.actor(), () -> new RatingReceipt(number(token), rated(token, input)));
  }

  /**
   * The receipt's number: from the token, not from the rating's id, so that showing the receipt at
   * the counter tells nobody which rating it was.
   */
  private static String number(SecretToken token) {
    byte[] digest = Sha256.of("receipt".getBytes(StandardCharsets.US_ASCII), token.hash());
    long number = Math.floorMod(ByteBuffer.wrap(digest).getLong(), TWELVE_DIGITS);
    String digits = String.format(Locale.ROOT, "%012d", number);
    return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
  }

  private Instant rated(SecretToken token, RatingSubmitInput input) {
    Answer answer = answer(input);
    String key = input.getIdempotencyKey();
    byte[] request = once.hash(key, input);
    var facts = Map.of("digest", HexFormat.of().formatHex(answer.digest(token.hash())));
    Instant at = ratings.give(token.hash(), answer, key, request, facts);
    return at == null ? ratedBefore(token, key, request) : at;
  }

  /** When the same request used the link. */
  private Instant ratedBefore(SecretToken token, String key, byte[] request) {
    var used =
        sql.select(INVITATION.USED_AT, INVITATION.USED_HASH)
            .from(INVITATION)
            .where(INVITATION.DISTRICT_ID.eq(scope.district()))
            .and(INVITATION.TOKEN_HASH.eq(token.hash()))
            .and(INVITATION.USED_KEY.eq(key))
            .fetchOptional()
            .orElseThrow(RatingDesk::invalid);
    Once.requireSame(used.value2(), request);
    return used.value1();
  }

  private Answer answer(RatingSubmitInput input) {
    RatingForm form =
        forms
            .find(input.getOptionVersion())
            .orElseThrow(() -> new Rejected("INVALID", "optionVersion", "选项已更新，请刷新页面"));
    return Answer.checked(input.getGrade(), form, input.getOptions(), input.getComment());
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
