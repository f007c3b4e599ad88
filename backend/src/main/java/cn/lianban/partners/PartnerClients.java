package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;

import cn.lianban.db.partners.tables.records.ClientRecord;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Clients as the authorization server knows them. Partners here: a secret, client credentials,
 * opaque tokens.
 */
@Component
class PartnerClients implements RegisteredClientRepository {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
  private final DSLContext sql;
  private final TenantScope scope;
  private final ApplicationClients applications;

  PartnerClients(DSLContext sql, TenantScope scope, ApplicationClients applications) {
    this.sql = sql;
    this.scope = scope;
    this.applications = applications;
  }

  /** Not disabled; in a transaction of its own, before there is a request's scope. */
  @Override
  public @Nullable RegisteredClient findByClientId(String asked) {
    String clientId = asked.replace("\0", "");
    return clientId.startsWith(ApplicationClients.PREFIX)
        ? applications.find(clientId)
        : partner(clientId);
  }

  private @Nullable RegisteredClient partner(String clientId) {
    return scope.onPlatform(
        Reach.PUBLIC,
        "nobody",
        () ->
            sql.selectFrom(CLIENT)
                .where(CLIENT.CLIENT_ID.eq(clientId))
                .and(CLIENT.DISABLED_AT.isNull())
                .fetchOptional(PartnerClients::registered)
                .orElse(null));
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  private static RegisteredClient registered(ClientRecord row) {
    return RegisteredClient.withId(row.getClientId())
        .clientId(row.getClientId())
        .clientName(row.getName())
        .clientSecret(HexFormat.of().formatHex(row.getSecretHash()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(List.of(row.getScopes())))
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(TOKEN_LIFE)
                .build())
        .build();
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients are registered by partnerRegister");
  }
}
