package cn.lianban.identity;

import cn.lianban.tenancy.Now;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Form sign-in into one opaque session, kept in PostgreSQL for eight idle hours; CSRF header on
 * every POST but a visitor's, who has nothing to be misused.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** antd writes style elements, hence 'unsafe-inline' for styles; scripts are our files only. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Argon2id, 19 MiB, t = 2, p = 1 (OWASP's minimum; Spring's preset is below it). */
  @Bean
  PasswordEncoder passwords() {
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }

  /**
   * A measurement around every filter of every request costs a tenth of it and tells nobody
   * anything.
   */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  CookieSerializer sessionCookie(Transport transport) {
    return transport.sessionCookie();
  }

  @Bean
  CsrfTokenRepository csrfCookie(Transport transport) {
    CookieCsrfTokenRepository csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    csrfCookie.setCookieCustomizer(
        cookie -> cookie.secure(transport.secure()).sameSite("Lax").path("/"));
    return csrfCookie;
  }

  /**
   * A visitor's questions at a district's own path. Whatever cookie comes along counts for nothing
   * there, so there is no session to look up and nothing that another site could ride on: no CSRF
   * header, which spares a phone on a slow network one trip before its first question. The headers
   * are everybody's; JSON alone is read ({@link cn.lianban.graphql.Door}), which no other site's
   * page can send.
   */
  @Bean
  @Order(1)
  SecurityFilterChain visitors(HttpSecurity http) {
    return http.securityMatcher(SecurityConfiguration::asksAsVisitor)
        .headers(SecurityConfiguration::headers)
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(session -> session.disable())
        .securityContext(who -> who.disable())
        .anonymous(nobody -> nobody.disable())
        .servletApi(principal -> principal.disable())
        .exceptionHandling(errors -> errors.disable())
        .logout(out -> out.disable())
        .build();
  }

  private static boolean asksAsVisitor(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/d/") && path.endsWith("/graphql");
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http, SignIn signIn, CsrfTokenRepository csrfCookie, StepUp stepUp, Now now) {
    // its own manager: with Boot's as parent each failure would be checked, and counted, twice
    return http.authenticationManager(new ProviderManager(signIn))
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie).spa())
        .headers(SecurityConfiguration::headers)
        .requestCache(cache -> cache.disable())
        // a new one, not the old one renamed: it may have been ended while we still remember it
        .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .loginProcessingUrl("/sign-in")
                    .successHandler(
                        (request, response, who) -> {
                          stepUp.proved(request.getSession());
                          response.setStatus(204);
                        })
                    .failureHandler(secondStepOrRefusal(now)))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                    .accessDeniedHandler(SignInAnswers::forged))
        .build();
  }

  private static AuthenticationFailureHandler secondStepOrRefusal(Now now) {
    return (request, response, failed) -> {
      if (failed instanceof SecondStepNeeded half) {
        HalfSignIn.keep(request, half.district(), half.account(), now.instant());
        SignInAnswers.secondStep(response);
      } else {
        SignInAnswers.refused(request, response, failed);
      }
    };
  }

  /** No referrer: a rating link carries its token in the fragment, a case link its number. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }
}
