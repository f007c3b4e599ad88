package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CONSENT_RULE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a co-unit's silence counts as consent (超时默许). It is a rule of coordination between
 * departments, not of the licensing law: off until the district names the document that says so.
 */
@Component
class ConsentRules {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  ConsentRules(
      DSLContext sql, TenantScope scope, Posts posts, Once once, AuditTrail audit, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @param document null: silence is no consent
   */
  record Rule(@Nullable String document, int version) {}

  Rule current() {
    Rule found =
        sql.selectFrom(CONSENT_RULE)
            .where(CONSENT_RULE.DISTRICT_ID.eq(scope.district()))
            .fetchOne(row -> new Rule(row.getDocument(), row.getVersion()));
    return found == null ? new Rule(null, 0) : found;
  }

  boolean mayEdit() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  /**
   * @throws Rejected VERSION_CONFLICT
   */
  void save(String key, Object input, int version, @Nullable String typed) {
    posts.require(Role.DISTRICT_ADMIN);
    String text = Texts.optional(typed);
    String document = text.isEmpty() ? null : text;
    once.run(
        key,
        input,
        () -> {
          if (current().version() != version) {
            throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
          }
          put(version, document);
          audit.record("consent_rule.save", "district", Map.of("document", text));
          return 0;
        });
  }

  /** In the caller's transaction, without asking for rights. */
  void put(int before, @Nullable String document) {
    sql.insertInto(CONSENT_RULE)
        .set(CONSENT_RULE.DISTRICT_ID, scope.district())
        .set(CONSENT_RULE.DOCUMENT, document)
        .set(CONSENT_RULE.SWITCHED_AT, now.instant())
        .set(CONSENT_RULE.VERSION, before + 1)
        .onConflict(CONSENT_RULE.DISTRICT_ID)
        .doUpdate()
        .set(CONSENT_RULE.DOCUMENT, document)
        .set(CONSENT_RULE.SWITCHED_AT, now.instant())
        .set(CONSENT_RULE.VERSION, before + 1)
        .execute();
  }
}
