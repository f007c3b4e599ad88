package cn.lianban.partners;

import cn.lianban.audit.AuditTrail;
import cn.lianban.db.partners.tables.records.SignInRecord;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Sign-ins of a district's people at its other applications, as the authorization server reads and
 * writes them. Only hashes are kept, so that what it reads back holds the one token that was
 * presented; a code and a refresh token are worth one exchange each.
 */
@Component
class SignIns {
  private final SignInRows rows;
  private final PresentedTokens presented;
  private final ApplicationClients clients;
  private final ApplicationUsers users;
  private final TenantScope scope;
  private final AuditTrail audit;

  SignIns(
      SignInRows rows,
      PresentedTokens presented,
      ApplicationClients clients,
      ApplicationUsers users,
      TenantScope scope,
      AuditTrail audit) {
    this.rows = rows;
    this.presented = presented;
    this.clients = clients;
    this.users = users;
    this.scope = scope;
    this.audit = audit;
  }

  /** Of whom an access token speaks. */
  record Bearer(ApplicationUsers.Who who, String clientId, Set<String> scopes) {}

  /** Empty as well when the session here has ended or the application is disabled. */
  Optional<Bearer> bearer(String access) {
    return standing(rows.byAccess(Secret.hash(access)))
        .map(row -> new Bearer(who(row), row.getClientId(), Set.of(row.getScopes())));
  }

  private Optional<SignInRecord> standing(@Nullable SignInRecord row) {
    return Optional.ofNullable(row)
        .filter(one -> clients.find(one.getClientId()) != null)
        .filter(one -> users.stands(who(one), one.getSessionId()));
  }

  static ApplicationUsers.Who who(SignInRecord row) {
    return new ApplicationUsers.Who(row.getDistrictId(), row.getAccountId());
  }

  /** A new code, what came of an exchange, or what the server has invalidated. */
  void save(OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    var access = authorization.getAccessToken();
    var refresh = authorization.getRefreshToken();
    if (access == null && code != null && !code.isInvalidated()) {
      begin(authorization, code.getToken().getTokenValue());
    } else if (access == null || refresh == null) {
      rows.revoke(authorization.getId());
    } else if (access.isInvalidated() || refresh.isInvalidated()) {
      rows.revoke(authorization.getId());
    } else {
      exchange(
          authorization, access.getToken().getTokenValue(), refresh.getToken().getTokenValue());
    }
  }

  private void begin(OAuth2Authorization authorization, String code) {
    ApplicationUsers.Who who =
        ApplicationUsers.Who.of(authorization.getPrincipalName()).orElseThrow();
    OAuth2AuthorizationRequest asked =
        Objects.requireNonNull(
            authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    SignInRecord row = rows.fresh();
    row.setId(authorization.getId());
    row.setClientId(authorization.getRegisteredClientId());
    row.setDistrictId(who.district());
    row.setAccountId(who.account());
    row.setSessionId(RequestContextHolder.currentRequestAttributes().getSessionId());
    row.setScopes(authorization.getAuthorizedScopes().toArray(String[]::new));
    row.setRedirectUri(asked.getRedirectUri());
    row.setChallenge(
        (String) asked.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE));
    row.setNonce((String) asked.getAdditionalParameters().get(OidcParameterNames.NONCE));
    row.setCodeHash(Secret.hash(code));
    rows.insert(row);
  }

  private void exchange(OAuth2Authorization authorization, String access, String refresh) {
    String id = authorization.getId();
    String spent = authorization.getAttribute(PresentedTokens.REFRESH);
    boolean done =
        spent == null
            ? rows.exchangeCode(id, Secret.hash(access), Secret.hash(refresh))
            : rows.exchangeRefresh(
                id, HexFormat.of().parseHex(spent), Secret.hash(access), Secret.hash(refresh));
    if (!done) {
      rows.revoke(id);
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
    if (spent == null) {
      told(authorization);
    }
  }

  private void told(OAuth2Authorization authorization) {
    ApplicationUsers.Who who =
        ApplicationUsers.Who.of(authorization.getPrincipalName()).orElseThrow();
    scope.inDistrict(
        who.district(),
        Reach.ALL,
        who.actor(),
        () -> {
          scope.write(
              () ->
                  audit.record(
                      "application.sign-in",
                      who.actor(),
                      Map.of("application", authorization.getRegisteredClientId())));
          return true;
        });
  }

  /** Null: unknown, expired, revoked, used before, or its session or application has ended. */
  @Nullable OAuth2Authorization find(String token, @Nullable OAuth2TokenType type) {
    byte[] hash = Secret.hash(token);
    String name = type == null ? "" : type.getValue();
    return switch (name) {
      case "code" ->
          standing(rows.byCode(hash)).map(row -> presented.withCode(row, token)).orElse(null);
      case "refresh_token" -> withRefresh(hash, token);
      case "access_token" -> withAccess(hash, token);
      case "" -> {
        OAuth2Authorization found = withAccess(hash, token);
        yield found == null ? withRefresh(hash, token) : found;
      }
      default -> null;
    };
  }

  private @Nullable OAuth2Authorization withRefresh(byte[] hash, String refresh) {
    return standing(rows.byRefresh(hash))
        .map(row -> presented.withRefresh(row, refresh, hash))
        .orElse(null);
  }

  private @Nullable OAuth2Authorization withAccess(byte[] hash, String access) {
    return standing(rows.byAccess(hash)).map(row -> presented.withAccess(row, access)).orElse(null);
  }
}
