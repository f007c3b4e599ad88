package cn.lianban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Https only, except in the demo and test profiles: a browser keeps a {@code __Host-} cookie only
 * when it came over https, so those two use a plain name, and say so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // before sessions and security
class Transport extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(Transport.class);
  private static final String WORDS =
      "本系统只接受 https 访问。Lianban answers over https only: configure server.ssl.*, or name your TLS proxy in"
          + " server.tomcat.remoteip.internal-proxies with server.forward-headers-strategy=native."
          + " On one's own machine use the demo profile.\n";
  private final boolean plainHttp;

  @Autowired
  Transport(Environment environment) {
    this(environment.acceptsProfiles(Profiles.of("demo", "test")));
    if (plainHttp) {
      log.info(
          "demo or test profile: plain http is answered, the session cookie is called 'lianban'"
              + " and is not bound to https");
    }
  }

  Transport(boolean plainHttp) {
    this.plainHttp = plainHttp;
  }

  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(plainHttp ? "lianban" : "__Host-lianban");
    cookie.setUseSecureCookie(!plainHttp);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }

  boolean secure() {
    return !plainHttp;
  }

  /**
   * Health is asked by orchestrators inside the house, without a name to certify; metrics are told
   * to this machine only (server.LocalMetrics).
   */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return plainHttp
        || request.isSecure()
        || path.equals("/actuator/prometheus")
        || path.equals("/actuator/health")
        || path.startsWith("/actuator/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(WORDS);
  }
}
