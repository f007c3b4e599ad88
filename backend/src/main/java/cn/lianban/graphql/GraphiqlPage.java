package cn.lianban.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** GraphiQL, where it is served, comes from esm.sh: that one page may load from there. */
@Component
@ConditionalOnProperty("spring.graphql.graphiql.enabled")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class GraphiqlPage extends OncePerRequestFilter {
  private static final String POLICY =
      "default-src 'self' https://esm.sh; script-src 'self' 'unsafe-inline' https://esm.sh blob:; "
          + "style-src 'self' 'unsafe-inline' https://esm.sh; worker-src blob: https://esm.sh; "
          + "img-src 'self' data:; font-src 'self' data: https://esm.sh; frame-ancestors 'none'";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/graphiql");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    chain.doFilter(request, response);
  }
}
