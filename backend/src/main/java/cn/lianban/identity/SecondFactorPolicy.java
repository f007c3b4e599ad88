package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;
import static cn.lianban.db.identity.Tables.SETTING;

import cn.lianban.api.types.SecondFactorPolicySetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.identity.tables.Setting;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who must have a second factor: the district's switch. */
@Component
class SecondFactorPolicy {
  private static final String OFF = "OFF";
  private static final String ROLES = "ROLES";
  private static final String ALL = "ALL";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  SecondFactorPolicy(DSLContext sql, TenantScope scope, Posts posts, Once once, AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @param roles of rule ROLES
   * @param missing enabled accounts that the rule asks and that have none
   */
  record Policy(String rule, List<Role> roles, int missing, int version) {}

  /** The rule in SQL; null (no rule has been set) counts as no. */
  static Condition asks(Setting setting, Field<String> role) {
    return setting
        .SECOND_FACTOR
        .eq(DSL.inline(ALL))
        .or(
            setting
                .SECOND_FACTOR
                .eq(DSL.inline(ROLES))
                .and(role.eq(DSL.any(setting.SECOND_FACTOR_ROLES))));
  }

  /** The same rule for roles that are known. */
  static boolean asks(String rule, String[] ruled, Collection<String> roles) {
    return switch (rule) {
      case ALL -> true;
      case ROLES -> Arrays.stream(ruled).anyMatch(roles::contains);
      default -> false;
    };
  }

  Policy seen() {
    posts.require(Role.DISTRICT_ADMIN, Role.AUDITOR);
    return sql.selectFrom(SETTING)
        .where(SETTING.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(
            row ->
                new Policy(
                    row.getSecondFactor(),
                    Arrays.stream(row.getSecondFactorRoles()).map(Role::valueOf).toList(),
                    missing(),
                    row.getVersion()))
        .orElse(new Policy(OFF, List.of(), 0, 0));
  }

  private int missing() {
    return sql.fetchCount(
        DSL.selectDistinct(ACCOUNT.ID)
            .from(ACCOUNT)
            .join(SETTING)
            .on(SETTING.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID))
            .leftJoin(POST)
            .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID), POST.ACCOUNT_ID.eq(ACCOUNT.ID))
            .and(POST.ENDED_ON.isNull())
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.DISABLED_AT.isNull())
            .and(ACCOUNT.SECOND_FACTOR.isFalse())
            .and(ACCOUNT.PARTNER.isFalse())
            .and(asks(SETTING, POST.ROLE)));
  }

  /**
   * Whoever makes it a duty has done it himself: a district is never left without an administrator
   * who can still sign in and reset the others.
   *
   * @throws Rejected OWN_FIRST, NO_ROLES at roles, VERSION_CONFLICT
   */
  long set(SecondFactorPolicySetInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    String rule = input.getRule().name();
    String[] roles =
        rule.equals(ROLES)
            ? input.getRoles().stream().map(Enum::name).distinct().toArray(String[]::new)
            : new String[0];
    if (rule.equals(ROLES) && roles.length == 0) {
      throw new Rejected("NO_ROLES", "roles", "请至少选择一种角色");
    }
    return once.run(
            input.getIdempotencyKey(), input, () -> write(rule, roles, input.getExpectedVersion()))
        .id();
  }

  private long write(String rule, String[] roles, int expectedVersion) {
    boolean own =
        sql.fetchExists(
            ACCOUNT,
            ACCOUNT.DISTRICT_ID.eq(scope.district()),
            ACCOUNT.ID.eq(posts.requireAccount()),
            ACCOUNT.SECOND_FACTOR.isTrue());
    if (!rule.equals(OFF) && !own) {
      throw new Rejected("OWN_FIRST", null, "请先为自己设置两步验证，再要求他人");
    }
    sql.insertInto(SETTING)
        .set(SETTING.DISTRICT_ID, scope.district())
        .onConflictDoNothing()
        .execute();
    int rows =
        sql.update(SETTING)
            .set(SETTING.SECOND_FACTOR, rule)
            .set(SETTING.SECOND_FACTOR_ROLES, roles)
            .set(SETTING.VERSION, SETTING.VERSION.plus(1))
            .where(SETTING.DISTRICT_ID.eq(scope.district()))
            .and(SETTING.VERSION.eq(expectedVersion))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record("people.second-factor", "district", Map.of("rule", rule, "roles", roles));
    return scope.district();
  }
}
