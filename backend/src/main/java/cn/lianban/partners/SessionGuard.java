package cn.lianban.partners;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session that has been ended, or whose owner owes something first, is none. */
final class SessionGuard extends OncePerRequestFilter {
  private final ApplicationUsers users;

  SessionGuard(ApplicationUsers users) {
    this.users = users;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    Optional<ApplicationUsers.Who> who =
        ApplicationUsers.Who.of(signedIn == null ? null : signedIn.getName());
    boolean stands =
        session != null && who.filter(one -> users.stands(one, session.getId())).isPresent();
    if (!stands) {
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }
}
