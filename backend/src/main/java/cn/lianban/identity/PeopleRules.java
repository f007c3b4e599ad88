package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.SETTING;

import cn.lianban.api.types.PeopleRulesSetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules a district sets for its people. */
@Component
class PeopleRules {
  private static final int SHORTEST = 30;
  private static final int LONGEST = 730;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  PeopleRules(DSLContext sql, TenantScope scope, Posts posts, Once once, AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @param idleDays accounts unused for so long are disabled; null: never
   */
  record Rules(@Nullable Integer idleDays, int version) {
    static final Rules NONE = new Rules(null, 0);
  }

  Rules seen() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN, Role.AUDITOR);
    return current();
  }

  Rules current() {
    return sql.selectFrom(SETTING)
        .where(SETTING.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(row -> new Rules(row.getIdleDays(), row.getVersion()))
        .orElse(Rules.NONE);
  }

  /**
   * @throws Rejected OUT_OF_RANGE at idleDays, VERSION_CONFLICT
   */
  long set(PeopleRulesSetInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    Integer days = input.getIdleDays();
    if (days != null && (days < SHORTEST || days > LONGEST)) {
      throw new Rejected("OUT_OF_RANGE", "idleDays", "30 至 730 天");
    }
    return once.run(input.getIdempotencyKey(), input, () -> write(days, input.getExpectedVersion()))
        .id();
  }

  private long write(@Nullable Integer days, int expectedVersion) {
    sql.insertInto(SETTING)
        .set(SETTING.DISTRICT_ID, scope.district())
        .onConflictDoNothing()
        .execute();
    int rows =
        sql.update(SETTING)
            .set(SETTING.IDLE_DAYS, days)
            .set(SETTING.VERSION, SETTING.VERSION.plus(1))
            .where(SETTING.DISTRICT_ID.eq(scope.district()))
            .and(SETTING.VERSION.eq(expectedVersion))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record(
        "people.rules", "district", Map.of("idleDays", Objects.requireNonNullElse(days, 0)));
    return scope.district();
  }
}
