package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;
import static cn.lianban.db.partners.Tables.DOCUMENT;

import cn.lianban.api.types.PartnerDisableInput;
import cn.lianban.api.types.PartnerDocumentsSetInput;
import cn.lianban.api.types.PartnerRegisterInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.partners.tables.records.ClientRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is a partner and what it may send. Grants are the district's, documents the operator's. */
@Component
class Partnerships {
  private static final int MOST_DOCUMENTS = 50;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Accounts accounts;
  private final Units units;
  private final BearerCalls calls;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Partnerships(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      Accounts accounts,
      Units units,
      BearerCalls calls,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.accounts = accounts;
    this.units = units;
    this.calls = calls;
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
   * @throws Rejected NOT_FOUND at unitId, INVALID at name or scopes
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

  /**
   * An operator reads what a partner is going to send, whatever its district.
   *
   * @return the documents' sha256, in their order
   * @throws Rejected NOT_FOUND, TOO_MANY
   */
  List<String> setDocuments(PartnerDocumentsSetInput input) {
    posts.require(Role.PLATFORM_OPERATOR);
    if (input.getDocuments().size() > MOST_DOCUMENTS) {
      throw new Rejected("TOO_MANY", "documents", "最多 " + MOST_DOCUMENTS + " 个");
    }
    String client = input.getClientId();
    once.run(
        input.getIdempotencyKey(),
        input,
        () -> {
          long account =
              sql.select(CLIENT.ACCOUNT_ID)
                  .from(CLIENT)
                  .where(CLIENT.CLIENT_ID.eq(client))
                  .fetchOptional(CLIENT.ACCOUNT_ID)
                  .orElseThrow(() -> new Rejected("NOT_FOUND", "clientId", "没有这个合作系统"));
          sql.deleteFrom(DOCUMENT).where(DOCUMENT.CLIENT_ID.eq(client)).execute();
          for (String text : input.getDocuments()) {
            sql.insertInto(DOCUMENT)
                .set(DOCUMENT.CLIENT_ID, client)
                .set(DOCUMENT.SHA256, sha256(text))
                .set(DOCUMENT.TEXT, text)
                .onConflictDoNothing()
                .execute();
          }
          audit.record(
              "partner.documents", "account:" + account, Map.of("n", input.getDocuments().size()));
          return account;
        });
    calls.forget(client);
    return input.getDocuments().stream().map(Partnerships::sha256).toList();
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
