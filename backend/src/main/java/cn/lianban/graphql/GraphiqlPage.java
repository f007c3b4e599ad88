package cn.lianban.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * GraphiQL lies in the jar like the other pages, so that it works without a way to the internet; it
 * is answered only where {@code lianban.graphiql} says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class GraphiqlPage extends OncePerRequestFilter {
  private static final String PAGE = "/graphiql";
  private final boolean served;

  GraphiqlPage(@Value("${lianban.graphiql:false}") boolean served) {
    this.served = served;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.equals(PAGE) && !path.startsWith(PAGE + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!served) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    switch (request.getServletPath()) {
      case PAGE -> response.sendRedirect(PAGE + "/");
      case PAGE + "/" ->
          request.getRequestDispatcher(PAGE + "/index.html").forward(request, response);
      default -> chain.doFilter(request, response);
    }
  }
}
