package cn.lianban.partners;

import cn.lianban.tenancy.Now;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Sign-in for a district's other applications: OpenID Connect, codes with PKCE (S256) only. Whoever
 * has no session here, or owes something first, goes by way of the application's own pages and
 * comes back.
 */
@Configuration(proxyBeanMethods = false)
class ApplicationSecurity {
  static final String AUTHORIZE = "/oauth2/authorize";
  private static final Set<String> NOT_OFFERED =
      Set.of(
          "device_authorization_endpoint",
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "pushed_authorization_request_endpoint",
          "registration_endpoint",
          "end_session_endpoint",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported");

  /** Opaque tokens, and signed ones for who somebody is. */
  @Bean
  OAuth2TokenGenerator<? extends OAuth2Token> tokens(
      SigningKeys keys, ApplicationUsers users, Now now) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder((JWKSource<SecurityContext>) keys);
    encoder.setJwkSelector(keys::signing);
    JwtGenerator ids = new JwtGenerator(encoder);
    ids.setClock(clock(now));
    ids.setJwtCustomizer(
        about -> {
          if (about.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            Authentication signedIn = about.getPrincipal();
            String who = Objects.requireNonNull(signedIn).getName();
            users
                .claims(ApplicationUsers.Who.of(who).orElseThrow(), about.getAuthorizedScopes())
                .forEach(about.getClaims()::claim);
          }
        });
    return new DelegatingOAuth2TokenGenerator(
        ids, new OAuth2AccessTokenGenerator(), new OAuth2RefreshTokenGenerator());
  }

  private static Clock clock(Now now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return Now.CHINA;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.instant();
      }
    };
  }

  /** Sessions are kept in PostgreSQL; a second list of them in memory would only grow. */
  @Bean
  SessionRegistry noSessionRegistry() {
    return new NoSessionRegistry();
  }

  /** What we sign tells others who somebody is; brought back to us it opens nothing. */
  @Bean
  JwtDecoder noSignedTokens() {
    return token -> {
      throw new BadJwtException("signed tokens are not taken here");
    };
  }

  @Bean
  @Order(15)
  SecurityFilterChain signInForApplications(
      HttpSecurity http,
      PartnerClients clients,
      Authorizations authorizations,
      ApplicationUsers users,
      OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
    return http.securityMatcher(AUTHORIZE, "/oauth2/jwks", "/.well-known/openid-configuration")
        .oauth2AuthorizationServer(
            server ->
                server
                    .authorizationServerSettings(AuthorizationServerSettings.builder().build())
                    .registeredClientRepository(clients)
                    .authorizationService(authorizations)
                    .tokenGenerator(tokens)
                    .authorizationEndpoint(
                        asked ->
                            asked.authenticationProviders(
                                all -> all.forEach(ApplicationSecurity::guard)))
                    .oidc(
                        oidc ->
                            oidc.providerConfigurationEndpoint(
                                told ->
                                    told.providerConfigurationCustomizer(
                                        about -> about.claims(ApplicationSecurity::offered)))))
        .addFilterAfter(new SessionGuard(users), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(
            rules ->
                rules
                    // asked silently: answered with login_required, not with a page
                    .requestMatchers(request -> "none".equals(request.getParameter("prompt")))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.disable()) // a code goes to the application's own address only
        .requestCache(cache -> cache.disable())
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(
                    (request, response, failed) -> bySignIn(request, response)))
        .build();
  }

  private static void guard(AuthenticationProvider one) {
    if (one instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
      codes.setAuthenticationValidator(
          new ApplicationRequests()
              .andThen(new OAuth2AuthorizationCodeRequestAuthenticationValidator()));
    }
  }

  private static void offered(Map<String, Object> claims) {
    claims.keySet().removeAll(NOT_OFFERED);
    claims.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    claims.put("scopes_supported", List.of("openid", "profile"));
    List<String> methods = List.of("client_secret_basic", "client_secret_post");
    claims.put("token_endpoint_auth_methods_supported", methods);
    claims.put("revocation_endpoint_auth_methods_supported", methods);
  }

  /** The page behind it comes back by itself once somebody is signed in. */
  private static void bySignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String back = AUTHORIZE + "?" + request.getQueryString();
    response.sendRedirect("/continue?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
