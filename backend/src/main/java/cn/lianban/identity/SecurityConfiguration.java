package cn.lianban.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Form sign-in into one opaque session, CSRF header on every POST. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Argon2id, 19 MiB, t = 2, p = 1 (OWASP's minimum; Spring's preset is below it). */
  @Bean
  PasswordEncoder passwords() {
    return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  }

  @Bean
  SecurityFilterChain pages(HttpSecurity http, SignIn signIn) {
    return http.authenticationProvider(signIn)
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()).spa())
        .requestCache(cache -> cache.disable())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .loginProcessingUrl("/sign-in")
                    .successHandler((request, response, who) -> response.setStatus(204))
                    .failureHandler(
                        (request, response, failed) -> {
                          response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                          response.setContentType("application/json");
                          response.getWriter().write("{\"code\":\"BAD_CREDENTIALS\"}");
                        }))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .build();
  }
}
