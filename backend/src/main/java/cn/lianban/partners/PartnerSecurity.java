package cn.lianban.partners;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/**
 * Two doors beside the people's: the token endpoint, and GraphQL with a token. Neither knows a
 * session; whoever brings both a token and a session's cookie is refused, because nobody can tell
 * as whom he means to act.
 */
@Configuration(proxyBeanMethods = false)
class PartnerSecurity {
  private static final Set<String> SESSIONS = Set.of("lianban", "__Host-lianban");

  @Bean
  @Order(10)
  SecurityFilterChain tokenEndpoint(
      HttpSecurity http,
      PartnerClients clients,
      Authorizations authorizations,
      TokenDoor door,
      OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
    return http.securityMatcher("/oauth2/token", "/oauth2/revoke")
        .oauth2AuthorizationServer(
            server ->
                server
                    .authorizationServerSettings(AuthorizationServerSettings.builder().build())
                    .registeredClientRepository(clients)
                    .authorizationService(authorizations)
                    .tokenGenerator(tokens)
                    .clientAuthentication(
                        client ->
                            client.authenticationProviders(
                                providers ->
                                    providers.forEach(
                                        one -> {
                                          if (one instanceof ClientSecretAuthenticationProvider p) {
                                            p.setPasswordEncoder(new Secret());
                                          }
                                        }))))
        // the client is known between these two filters
        .addFilterBefore(door::address, AbstractPreAuthenticatedProcessingFilter.class)
        .addFilterBefore(door::client, AuthorizationFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .build();
  }

  @Bean
  @Order(20)
  SecurityFilterChain bearer(HttpSecurity http, BearerCalls calls) {
    return http.securityMatcher(PartnerSecurity::bringsToken)
        .oauth2ResourceServer(server -> server.opaqueToken(token -> token.introspector(calls)))
        .addFilterBefore(
            (request, response, chain) -> {
              if (mixed((HttpServletRequest) request)) {
                ((jakarta.servlet.http.HttpServletResponse) response).sendError(400);
              } else {
                chain.doFilter(request, response);
              }
            },
            BearerTokenAuthenticationFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  private static boolean bringsToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return request.getServletPath().equals("/graphql")
        && header != null
        && header.toLowerCase(Locale.ROOT).startsWith("bearer");
  }

  private static boolean mixed(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies != null
        && Arrays.stream(cookies).anyMatch(cookie -> SESSIONS.contains(cookie.getName()));
  }
}
