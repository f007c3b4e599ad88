package cn.lianban.partners;

import cn.lianban.identity.ProgramThrottle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * How often somebody may knock at the token endpoint. A client's requests count once its secret was
 * right: whoever knows only its name cannot use them up.
 */
@Component
class TokenDoor {
  static final int MOST_REQUESTS = 60;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String DOOR = "token";
  private final ProgramThrottle throttle;

  TokenDoor(ProgramThrottle throttle) {
    this.throttle = throttle;
  }

  /** Before the secret is checked: 429 where too many wrong ones came from. */
  void address(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse response = (HttpServletResponse) answer;
    Duration wait = throttle.blocked(DOOR, asked.getRemoteAddr());
    if (!wait.isZero()) {
      refuse(response, wait);
      return;
    }
    chain.doFilter((HttpServletRequest) asked, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      throttle.failed(DOOR, asked.getRemoteAddr());
    }
  }

  /** After it was found right: 429 for a client that asks for tokens all the time. */
  void client(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    Duration wait =
        who instanceof OAuth2ClientAuthenticationToken client
            ? throttle.pace(DOOR + ":" + client.getName(), MOST_REQUESTS, WINDOW)
            : Duration.ZERO;
    if (wait.isZero()) {
      chain.doFilter(asked, answer);
    } else {
      refuse((HttpServletResponse) answer, wait);
    }
  }

  private static void refuse(HttpServletResponse response, Duration wait) throws IOException {
    response.setStatus(429);
    response.setHeader("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    response.setContentType("application/json");
    response.getWriter().write("{\"error\":\"slow_down\"}");
  }
}
