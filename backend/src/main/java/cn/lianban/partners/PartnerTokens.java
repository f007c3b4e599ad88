package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;
import static cn.lianban.db.partners.Tables.TOKEN;

import cn.lianban.audit.AuditTrail;
import cn.lianban.identity.Accounts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Access tokens of partners, kept as hashes. Works outside any request's scope. */
@Component
class PartnerTokens {
  private static final int SWEPT = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final PartnerClients clients;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Now now;

  PartnerTokens(
      DSLContext sql,
      TenantScope scope,
      PartnerClients clients,
      Accounts accounts,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.clients = clients;
    this.accounts = accounts;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Whom a token speaks for.
   *
   * @param scopes of the token, which may be fewer than the client's
   */
  record Bearer(int district, long account, String clientId, String name, Set<String> scopes) {}

  /** Empty: unknown, expired, revoked, or its client is disabled. One statement. */
  Optional<Bearer> bearer(String token) {
    return scope.onPlatform(
        Reach.PUBLIC,
        "nobody",
        () ->
            sql.select(
                    CLIENT.DISTRICT_ID,
                    CLIENT.ACCOUNT_ID,
                    CLIENT.CLIENT_ID,
                    CLIENT.NAME,
                    TOKEN.SCOPES)
                .from(TOKEN)
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(TOKEN.CLIENT_ID))
                .where(TOKEN.HASH.eq(Secret.hash(token)))
                .and(TOKEN.EXPIRES_AT.gt(now.instant()))
                .and(TOKEN.REVOKED_AT.isNull())
                .and(CLIENT.DISABLED_AT.isNull())
                .fetchOptional(
                    row ->
                        new Bearer(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            Set.of(row.value5()))));
  }

  /** A new token, or one that has been revoked. */
  void save(OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2AccessToken> access =
        Objects.requireNonNull(authorization.getAccessToken());
    String client = authorization.getRegisteredClientId();
    Place place =
        scope.onPlatform(
            Reach.PUBLIC,
            "nobody",
            () -> scope.write(() -> written(authorization.getId(), client, access)));
    scope.inDistrict(
        place.district(),
        Reach.ALL,
        "account:" + place.account(),
        () -> {
          scope.write(
              () -> {
                accounts.used(place.account());
                String what = access.isInvalidated() ? "partner.revoke" : "partner.token";
                audit.record(what, "account:" + place.account(), Map.of());
              });
          return true;
        });
  }

  private record Place(int district, long account) {}

  private Place written(
      String id, String client, OAuth2Authorization.Token<OAuth2AccessToken> access) {
    OAuth2AccessToken token = access.getToken();
    Instant issued = now.instant();
    int revoked =
        access.isInvalidated()
            ? sql.update(TOKEN).set(TOKEN.REVOKED_AT, issued).where(TOKEN.ID.eq(id)).execute()
            : 0;
    if (revoked == 0) {
      sql.insertInto(TOKEN)
          .set(TOKEN.HASH, Secret.hash(token.getTokenValue()))
          .set(TOKEN.ID, id)
          .set(TOKEN.CLIENT_ID, client)
          .set(TOKEN.SCOPES, token.getScopes().toArray(String[]::new))
          .set(TOKEN.ISSUED_AT, issued)
          .set(TOKEN.EXPIRES_AT, issued.plus(life(token)))
          .execute();
      sweep(issued);
    }
    return sql.select(CLIENT.DISTRICT_ID, CLIENT.ACCOUNT_ID)
        .from(CLIENT)
        .where(CLIENT.CLIENT_ID.eq(client))
        .fetchSingle(row -> new Place(row.value1(), row.value2()));
  }

  /** The generator has a clock of its own; ours is the one that tests and demos move. */
  private static java.time.Duration life(OAuth2AccessToken token) {
    return java.time.Duration.between(
        Objects.requireNonNull(token.getIssuedAt()), Objects.requireNonNull(token.getExpiresAt()));
  }

  private void sweep(Instant at) {
    sql.deleteFrom(TOKEN)
        .where(
            TOKEN.HASH.in(
                sql.select(TOKEN.HASH)
                    .from(TOKEN)
                    .where(TOKEN.EXPIRES_AT.lt(at.minusSeconds(86_400)))
                    .limit(SWEPT)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  /** For the revocation endpoint, which checks whose token it is. */
  @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type != null && !type.equals(OAuth2TokenType.ACCESS_TOKEN)) {
      return null; // no codes and no refresh tokens are given out
    }
    var row =
        scope.onPlatform(
            Reach.PUBLIC,
            "nobody",
            () -> sql.selectFrom(TOKEN).where(TOKEN.HASH.eq(Secret.hash(token))).fetchOne());
    var client = row == null ? null : clients.findById(row.getClientId());
    if (row == null || client == null) {
      return null;
    }
    return OAuth2Authorization.withRegisteredClient(client)
        .id(row.getId())
        .principalName(client.getClientId())
        .authorizationGrantType(client.getAuthorizationGrantTypes().iterator().next())
        .accessToken(
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                token,
                row.getIssuedAt(),
                row.getExpiresAt(),
                Set.copyOf(List.of(row.getScopes()))))
        .build();
  }
}
