package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;
import static cn.lianban.db.identity.Tables.POST_REVIEW;

import cn.lianban.api.types.AccessReviewDecideInput;
import cn.lianban.api.types.ReviewVerdict;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what, looked through post by post (GB/T 22239-2019, 8.1.4.2: surplus accounts). */
@Component
class AccessReview {
  private static final Instant NEVER = Instant.EPOCH;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final AccountQueries accounts;
  private final Appointments appointments;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  AccessReview(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      AccountQueries accounts,
      Appointments appointments,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.accounts = accounts;
    this.appointments = appointments;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Held posts in the caller's charge, longest unreviewed first.
   *
   * @param unreviewedSince only those nobody has looked at since the start of that day
   * @throws Problem FORBIDDEN, BAD_INPUT at first or after
   */
  Page<ReviewedPost> page(int first, @Nullable String after, @Nullable LocalDate unreviewedSince) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    int size = Page.size(first);
    Condition which = after == null ? DSL.noCondition() : behind(after);
    if (unreviewedSince != null) {
      Instant bound = unreviewedSince.atStartOfDay(Now.CHINA).toInstant();
      which = which.and(lastLook().lt(bound));
    }
    return Page.of(
        select(which, size + 1),
        size,
        row -> Cursor.of(row.reviewedAt() == null ? NEVER : row.reviewedAt(), row.post().id()));
  }

  /**
   * Confirms a post or withdraws it; one is not one's own reviewer.
   *
   * @return the post's id
   * @throws Rejected NOT_FOUND, SELF, LAST_ADMIN, OPEN_WORK at handOverToId
   */
  long decide(AccessReviewDecideInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              ReviewedPost reviewed = require(Ids.parse(Post.KIND, input.getPostId()));
              Post post = reviewed.post();
              if (post.accountId() == posts.requireAccount()) {
                throw new Rejected("SELF", "postId", "不能复核自己的岗位");
              }
              write(post, input.getVerdict(), input.getReason());
              if (input.getVerdict() == ReviewVerdict.WITHDRAWN) {
                int version = accounts.require(post.accountId()).version();
                appointments.end(post, version, input.getHandOverToId());
              }
              return post.id();
            })
        .id();
  }

  private void write(Post post, ReviewVerdict verdict, @Nullable String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.length() > 500) {
      throw new Rejected("TOO_LONG", "reason", "最多 500 个字符");
    }
    sql.insertInto(POST_REVIEW)
        .set(POST_REVIEW.DISTRICT_ID, scope.district())
        .set(POST_REVIEW.SUB_DISTRICT_ID, post.subDistrictId())
        .set(POST_REVIEW.POST_ID, post.id())
        .set(POST_REVIEW.REVIEWER_ID, posts.requireAccount())
        .set(POST_REVIEW.AT, now.instant())
        .set(POST_REVIEW.VERDICT, verdict.name())
        .set(POST_REVIEW.REASON, why)
        .execute();
    audit.record(
        "account.post-review",
        "account:" + post.accountId(),
        Map.of("post", post.id(), "verdict", verdict.name()));
  }

  /** A post in the caller's charge, ended ones too: a withdrawal is answered with it. */
  ReviewedPost require(long postId) {
    return rows(POST.ID.eq(postId), 1).stream()
        .findFirst()
        .orElseThrow(() -> new Rejected("NOT_FOUND", "postId", "没有找到该岗位"));
  }

  private List<ReviewedPost> select(Condition which, int limit) {
    return rows(POST.ENDED_ON.isNull().and(which), limit);
  }

  private List<ReviewedPost> rows(Condition which, int limit) {
    return sql.select(POST.fields())
        .select(ACCOUNT.LOGIN_NAME, ACCOUNT.LAST_SIGN_IN_AT, ACCOUNT.DISABLED_AT)
        .select(lastLook().as("looked"), lastReviewer().as("reviewer"))
        .from(POST)
        .join(ACCOUNT)
        .on(ACCOUNT.DISTRICT_ID.eq(POST.DISTRICT_ID), ACCOUNT.ID.eq(POST.ACCOUNT_ID))
        .where(POST.DISTRICT_ID.eq(scope.district()))
        .and(accounts.inMyCharge())
        .and(which)
        .orderBy(lastLook(), POST.ID)
        .limit(limit)
        .fetch(
            row -> {
              Instant looked = row.get("looked", Instant.class);
              return new ReviewedPost(
                  Posts.post(row.into(POST)),
                  row.get(ACCOUNT.LOGIN_NAME),
                  row.get(ACCOUNT.LAST_SIGN_IN_AT),
                  row.get(ACCOUNT.DISABLED_AT) != null,
                  looked.equals(NEVER) ? null : looked,
                  row.get("reviewer", Long.class));
            });
  }

  private Field<Instant> lastLook() {
    return DSL.coalesce(
        DSL.field(
            DSL.select(DSL.max(POST_REVIEW.AT))
                .from(POST_REVIEW)
                .where(POST_REVIEW.DISTRICT_ID.eq(POST.DISTRICT_ID))
                .and(POST_REVIEW.POST_ID.eq(POST.ID))),
        DSL.val(NEVER));
  }

  private static Field<Long> lastReviewer() {
    return DSL.field(
        DSL.select(POST_REVIEW.REVIEWER_ID)
            .from(POST_REVIEW)
            .where(POST_REVIEW.DISTRICT_ID.eq(POST.DISTRICT_ID))
            .and(POST_REVIEW.POST_ID.eq(POST.ID))
            .orderBy(POST_REVIEW.AT.desc())
            .limit(1));
  }

  private Condition behind(String cursor) {
    List<String> parts = Cursor.parse(cursor, 2);
    try {
      return DSL.row(lastLook(), POST.ID)
          .gt(Instant.parse(parts.getFirst()), Long.valueOf(parts.getLast()));
    } catch (java.time.DateTimeException | NumberFormatException malformed) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }
}
