package cn.lianban.partners;

import cn.lianban.db.partners.tables.records.SignInRecord;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * A sign-in as the authorization server reads it back: with the one token that was presented, for
 * of the others only hashes are kept.
 */
@Component
class PresentedTokens {
  /** Hex of the refresh token's hash that was presented; a code's exchange has none. */
  static final String REFRESH = "lianban.presented";

  private static final String NOT_KEPT = "not kept";
  private final ApplicationClients clients;

  PresentedTokens(ApplicationClients clients) {
    this.clients = clients;
  }

  OAuth2Authorization withCode(SignInRecord row, String code) {
    Instant at = Instant.now(); // the server's own clock; ours has been asked
    return builder(row)
        .token(new OAuth2AuthorizationCode(code, at, at.plus(ApplicationClients.CODE_LIFE)))
        .build();
  }

  /**
   * @param hash kept beside it: the exchange spends it
   */
  OAuth2Authorization withRefresh(SignInRecord row, String refresh, byte[] hash) {
    Instant at = Instant.now();
    return exchanged(row, NOT_KEPT)
        .refreshToken(new OAuth2RefreshToken(refresh, at, at.plus(ApplicationClients.REFRESH_LIFE)))
        .attribute(REFRESH, HexFormat.of().formatHex(hash))
        .build();
  }

  OAuth2Authorization withAccess(SignInRecord row, String access) {
    return exchanged(row, access).build();
  }

  /** With an access token and the id token of before, of which the next one takes the subject. */
  private OAuth2Authorization.Builder exchanged(SignInRecord row, String access) {
    Instant at = Instant.now();
    OidcIdToken before =
        OidcIdToken.withTokenValue(NOT_KEPT)
            .subject(SignIns.who(row).principal())
            .issuedAt(row.getMadeAt())
            .build();
    return builder(row)
        .accessToken(
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                access,
                at,
                at.plus(ApplicationClients.ACCESS_LIFE),
                Set.of(row.getScopes())))
        .token(
            before,
            about -> about.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, before.getClaims()));
  }

  private OAuth2Authorization.Builder builder(SignInRecord row) {
    RegisteredClient client = Objects.requireNonNull(clients.find(row.getClientId()));
    Map<String, Object> more = new HashMap<>();
    more.put(PkceParameterNames.CODE_CHALLENGE, row.getChallenge());
    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    if (row.getNonce() != null) {
      more.put(OidcParameterNames.NONCE, row.getNonce());
    }
    Set<String> scopes = Set.of(row.getScopes());
    return OAuth2Authorization.withRegisteredClient(client)
        .id(row.getId())
        .principalName(SignIns.who(row).principal())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(scopes)
        .attribute(
            OAuth2AuthorizationRequest.class.getName(),
            OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("/oauth2/authorize")
                .clientId(row.getClientId())
                .redirectUri(row.getRedirectUri())
                .scopes(scopes)
                .additionalParameters(more)
                .build())
        .attribute(
            Principal.class.getName(),
            UsernamePasswordAuthenticationToken.authenticated(
                SignIns.who(row).principal(), null, List.of()));
  }
}
