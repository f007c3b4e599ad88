package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;

import cn.lianban.api.types.RatingInviteInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseStatus;
import cn.lianban.cases.Cases;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One-time links for applicants of decided cases. */
@Component
class RatingInvites {
  private static final Duration VALID = Duration.ofDays(90);
  private static final int SERVICE = 1;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Cases cases;
  private final Units units;

  RatingInvites(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Posts posts,
      Once once,
      AuditTrail audit,
      Cases cases,
      Units units) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.cases = cases;
    this.units = units;
  }

  /**
   * A new link; an unused one of the same case stops working. The secret is shown once: the same
   * key again issues another and voids this one.
   *
   * @throws Rejected NOT_FOUND at caseId, WRONG_STATE before the decision, ALREADY_RATED
   */
  Issued invite(RatingInviteInput input) {
    long caseId = Ids.parse(CaseFile.KIND, input.getCaseId());
    SecretToken token = SecretToken.fresh();
    Instant expires = now.instant().plus(VALID);
    Once.Done done =
        once.run(input.getIdempotencyKey(), input, () -> issue(caseId, token, expires));
    if (done.replayed()) {
      scope.write(() -> issue(caseId, token, expires));
    }
    return new Issued(token, expires);
  }

  /** The caller's role and unit fit, and the case has been decided. */
  boolean mayInvite(CaseFile file) {
    return roleFits(file) && isDecided(file);
  }

  /** Those of the cases that have been rated. */
  Set<Long> rated(Collection<Long> caseIds) {
    return sql.select(INVITATION.CASE_ID)
        .from(INVITATION)
        .where(INVITATION.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(INVITATION.CASE_ID, caseIds))
        .and(INVITATION.SERVICE_NO.gt(0))
        .and(INVITATION.USED_AT.isNotNull())
        .fetchSet(INVITATION.CASE_ID);
  }

  private long issue(long caseId, SecretToken token, Instant expires) {
    CaseFile file =
        cases.find(caseId).orElseThrow(() -> new Rejected("NOT_FOUND", "caseId", "没有这个办件"));
    scope.actFor(seat(file).orElseThrow(Problem::forbidden).forAccount());
    if (!isDecided(file)) {
      throw new Rejected("WRONG_STATE", null, "办结后才能邀请评价");
    }
    Unit rated = units.find(file.decideUnitId()).orElseThrow();
    long id =
        scope.asSubject(scope.current().actor(), () -> overwrite(file, rated, token, expires));
    // after the row lock: a rating given a moment ago is seen now, and the new link rolled back
    if (!rated(Set.of(caseId)).isEmpty()) {
      throw new Rejected("ALREADY_RATED", null, "申请人已经评价");
    }
    audit.record("rating.invite", "case:" + caseId, Map.of("invitation", id));
    return id;
  }

  /**
   * One open link a case: the hash of an older one is overwritten, so it opens nothing any more.
   */
  private long overwrite(CaseFile file, Unit rated, SecretToken token, Instant expires) {
    Integer level = rated.subDistrict() == null ? null : rated.subDistrict().id();
    return Objects.requireNonNull(
        sql.insertInto(INVITATION)
            .set(INVITATION.DISTRICT_ID, scope.district())
            .set(INVITATION.TOKEN_HASH, token.hash())
            .set(INVITATION.CASE_ID, file.id())
            .set(INVITATION.SERVICE_NO, SERVICE)
            .set(INVITATION.UNIT_ID, rated.id())
            .set(INVITATION.UNIT_SUB_DISTRICT_ID, level)
            .set(INVITATION.TEST, file.test())
            .set(INVITATION.EXPIRES_AT, expires)
            .onConflict(INVITATION.DISTRICT_ID, INVITATION.CASE_ID, INVITATION.SERVICE_NO)
            .where(INVITATION.USED_AT.isNull())
            .doUpdate()
            .set(INVITATION.TOKEN_HASH, token.hash())
            .set(INVITATION.EXPIRES_AT, expires)
            .returning(INVITATION.ID)
            .fetchSingle()
            .getId());
  }

  private boolean roleFits(CaseFile file) {
    return seat(file).isPresent();
  }

  private Optional<Seat> seat(CaseFile file) {
    return posts
        .seat(file.acceptUnitId(), Role.WINDOW_CLERK)
        .or(() -> posts.seat(file.decideUnitId(), Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD));
  }

  private static boolean isDecided(CaseFile file) {
    return file.status() == CaseStatus.DECIDED || file.status() == CaseStatus.DELIVERED;
  }

  /** A link as it is shown, once. */
  record Issued(SecretToken token, Instant expiresAt) {}
}
