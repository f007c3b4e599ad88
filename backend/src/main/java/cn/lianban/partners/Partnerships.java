package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;
import static cn.lianban.db.partners.Tables.TOKEN;

import cn.lianban.api.types.PartnerDisableInput;
import cn.lianban.api.types.PartnerRegisterInput;
import cn.lianban.api.types.PartnerSecretReplaceInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.partners.tables.records.ClientRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is a partner. Grants are the district's, {@link PartnerDocuments} the operator's. */
@Component
class Partnerships {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Accounts accounts;
  private final Units units;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Partnerships(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      Accounts accounts,
      Units units,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.accounts = accounts;
    this.units = units;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** The partner and its secret, which is shown once. */
  record Issued(Partner partner, String secret) {}

  List<Partner> all() {
    posts.require(Role.DISTRICT_ADMIN, Role.AUDITOR);
    return sql.selectFrom(CLIENT)
        .where(CLIENT.DISTRICT_ID.eq(scope.district()))
        .orderBy(CLIENT.CREATED_AT, CLIENT.CLIENT_ID)
        .fetch(Partnerships::partner);
  }

  private static Partner partner(ClientRecord row) {
    return new Partner(
        row.getClientId(),
        row.getName(),
        List.of(row.getScopes()),
        row.getAccountId(),
        row.getUnitId(),
        row.getCreatedAt(),
        row.getDisabledAt(),
        row.getVersion());
  }

  /** The grant as tokens carry it. */
  private static String scopeName(Enum<?> granted) {
    return granted.name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /**
   * A replay cannot show the first answer's secret again: it voids that one and issues another.
   *
   * @throws Rejected NOT_FOUND or UNIT_CLOSED at unitId, INVALID at name or scopes
   */
  Issued register(PartnerRegisterInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    String name = input.getName().strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new Rejected("INVALID", "name", "1 至 100 个字符");
    }
    if (input.getScopes().isEmpty()) {
      throw new Rejected("INVALID", "scopes", "请至少授予一项权限");
    }
    String secret = Secret.fresh(32);
    return scope.write(
        () -> {
          long account =
              once.run(input.getIdempotencyKey(), input, () -> open(input, name, secret)).id();
          sql.update(CLIENT)
              .set(CLIENT.SECRET_HASH, Secret.hash(secret))
              .where(CLIENT.DISTRICT_ID.eq(scope.district()), CLIENT.ACCOUNT_ID.eq(account))
              .execute();
          return new Issued(
              sql.selectFrom(CLIENT)
                  .where(CLIENT.DISTRICT_ID.eq(scope.district()), CLIENT.ACCOUNT_ID.eq(account))
                  .fetchSingle(Partnerships::partner),
              secret);
        });
  }

  private long open(PartnerRegisterInput input, String name, String secret) {
    Unit unit =
        units
            .find(Ids.parseInt(Unit.KIND, input.getUnitId()))
            .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "没有这个单位"));
    if (!unit.open()) {
      throw new Rejected("UNIT_CLOSED", "unitId", "该单位已撤并");
    }
    String client = "p-" + Secret.fresh(12).toLowerCase(Locale.ROOT).replace('_', '-');
    Integer place = unit.subDistrict() == null ? null : unit.subDistrict().id();
    long account = accounts.createForPartner(client, name, place);
    posts.assign(account, Role.WINDOW_CLERK, unit.id(), place);
    sql.insertInto(CLIENT)
        .set(CLIENT.CLIENT_ID, client)
        .set(CLIENT.DISTRICT_ID, scope.district())
        .set(CLIENT.ACCOUNT_ID, account)
        .set(CLIENT.UNIT_ID, unit.id())
        .set(CLIENT.NAME, name)
        .set(CLIENT.SECRET_HASH, Secret.hash(secret))
        .set(
            CLIENT.SCOPES,
            input.getScopes().stream()
                .map(Partnerships::scopeName)
                .distinct()
                .toArray(String[]::new))
        .set(CLIENT.CREATED_AT, now.instant())
        .execute();
    audit.record("partner.register", "account:" + account, Map.of("unit", unit.id()));
    return account;
  }

  /**
   * Another secret, shown once; the old one and every token are worth nothing from then on. A
   * replay voids the first answer's secret and issues another.
   *
   * @throws Rejected NOT_FOUND, ALREADY_DISABLED, VERSION_CONFLICT
   */
  Issued replaceSecret(PartnerSecretReplaceInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    String client = input.getClientId();
    String secret = Secret.fresh(32);
    return scope.write(
        () -> {
          once.run(input.getIdempotencyKey(), input, () -> voidSecret(input));
          sql.update(CLIENT)
              .set(CLIENT.SECRET_HASH, Secret.hash(secret))
              .where(CLIENT.DISTRICT_ID.eq(scope.district()), CLIENT.CLIENT_ID.eq(client))
              .execute();
          return new Issued(require(client), secret);
        });
  }

  private long voidSecret(PartnerSecretReplaceInput input) {
    Partner known = require(input.getClientId());
    if (known.disabledAt() != null) {
      throw new Rejected("ALREADY_DISABLED", "clientId", "已经停用");
    }
    int rows =
        sql.update(CLIENT)
            .set(CLIENT.VERSION, CLIENT.VERSION.plus(1))
            .where(CLIENT.DISTRICT_ID.eq(scope.district()))
            .and(CLIENT.CLIENT_ID.eq(known.clientId()))
            .and(CLIENT.VERSION.eq(input.getExpectedVersion()))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    sql.update(TOKEN)
        .set(TOKEN.REVOKED_AT, now.instant())
        .where(TOKEN.CLIENT_ID.eq(known.clientId()), TOKEN.REVOKED_AT.isNull())
        .execute();
    audit.record("partner.secret", "account:" + known.accountId(), Map.of());
    return known.accountId();
  }

  /**
   * @throws Rejected NOT_FOUND, ALREADY_DISABLED, VERSION_CONFLICT
   */
  Partner disable(PartnerDisableInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    once.run(
        input.getIdempotencyKey(),
        input,
        () -> {
          Partner known = require(input.getClientId());
          if (known.disabledAt() != null) {
            throw new Rejected("ALREADY_DISABLED", "clientId", "已经停用");
          }
          int rows =
              sql.update(CLIENT)
                  .set(CLIENT.DISABLED_AT, now.instant())
                  .set(CLIENT.VERSION, CLIENT.VERSION.plus(1))
                  .where(CLIENT.DISTRICT_ID.eq(scope.district()))
                  .and(CLIENT.CLIENT_ID.eq(input.getClientId()))
                  .and(CLIENT.VERSION.eq(input.getExpectedVersion()))
                  .execute();
          if (rows == 0) {
            throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
          }
          audit.record("partner.disable", "account:" + known.accountId(), Map.of());
          return known.accountId();
        });
    return require(input.getClientId());
  }

  private Partner require(String clientId) {
    return sql.selectFrom(CLIENT)
        .where(CLIENT.DISTRICT_ID.eq(scope.district()), CLIENT.CLIENT_ID.eq(clientId))
        .fetchOptional(Partnerships::partner)
        .orElseThrow(() -> new Rejected("NOT_FOUND", "clientId", "没有这个合作系统"));
  }
}
