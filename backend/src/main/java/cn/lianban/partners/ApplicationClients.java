package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.APPLICATION;

import cn.lianban.db.partners.tables.records.ApplicationRecord;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Applications as the authorization server knows them: a secret and PKCE (RFC 9700, 2.1.1), codes
 * of a minute, refresh tokens that are exchanged, no consent page: they are the district's own.
 */
@Component
class ApplicationClients {
  /** Every application's client id begins with it, no partner's does. */
  static final String PREFIX = "a-";

  static final Duration CODE_LIFE = Duration.ofMinutes(1);
  static final Duration ACCESS_LIFE = Duration.ofMinutes(10);

  /** Of the whole family, counted from the sign-in. */
  static final Duration REFRESH_LIFE = Duration.ofHours(8);

  private static final String DISTRICT = "lianban.district";
  private final DSLContext sql;
  private final TenantScope scope;

  ApplicationClients(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Not disabled; in a transaction of its own, before there is a request's scope. */
  @Nullable RegisteredClient find(String clientId) {
    return scope.onPlatform(
        Reach.PUBLIC,
        "nobody",
        () ->
            sql.selectFrom(APPLICATION)
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .and(APPLICATION.DISABLED_AT.isNull())
                .fetchOptional(ApplicationClients::registered)
                .orElse(null));
  }

  /** Whose people may sign in there. */
  static int district(RegisteredClient application) {
    Integer district = application.getClientSettings().getSetting(DISTRICT);
    return Objects.requireNonNull(district);
  }

  private static RegisteredClient registered(ApplicationRecord row) {
    return RegisteredClient.withId(row.getClientId())
        .clientId(row.getClientId())
        .clientName(row.getName())
        .clientSecret(HexFormat.of().formatHex(row.getSecretHash()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(uris -> uris.addAll(List.of(row.getRedirectUris())))
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .setting(DISTRICT, row.getDistrictId())
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .authorizationCodeTimeToLive(CODE_LIFE)
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(ACCESS_LIFE)
                .refreshTokenTimeToLive(REFRESH_LIFE)
                .reuseRefreshTokens(false)
                .build())
        .build();
  }
}
