package cn.lianban.partners;

import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What an application asks for: an answer to exactly one of its registered addresses (RFC 9700,
 * 4.1.3, here without the exception for loopback ports), about somebody of its own district.
 */
final class ApplicationRequests
    implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

  @Override
  public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
    RegisteredClient application = context.getRegisteredClient();
    if (asked.getRedirectUri() == null
        || !application.getRedirectUris().contains(asked.getRedirectUri())) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", null), null);
    }
    boolean elsewhere =
        ApplicationUsers.Who.of(((Authentication) asked.getPrincipal()).getName())
            .filter(who -> who.district() != ApplicationClients.district(application))
            .isPresent();
    if (elsewhere) {
      throw new OAuth2AuthorizationCodeRequestAuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, "another district", null), asked);
    }
  }
}
