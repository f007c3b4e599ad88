package cn.lianban.partners;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** What the authorization server keeps: partners' tokens and applications' sign-ins. */
@Component
class Authorizations implements OAuth2AuthorizationService {
  private final PartnerTokens partners;
  private final SignIns signIns;

  Authorizations(PartnerTokens partners, SignIns signIns) {
    this.partners = partners;
    this.signIns = signIns;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    if (authorization.getRegisteredClientId().startsWith(ApplicationClients.PREFIX)) {
      signIns.save(authorization);
    } else {
      partners.save(authorization);
    }
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    OAuth2Authorization found = partners.findByToken(token, type);
    return found == null ? signIns.find(token, type) : found;
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    throw new UnsupportedOperationException("tokens are revoked, and go when they have expired");
  }
}
