package cn.lianban.tenancy;

import cn.lianban.graphql.Door;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the scope of a request before any SQL: the path's district (always as a visitor, whatever
 * cookie came), else the signed-in account's, else none. The principal's name is {@code
 * district:account}.
 */
@Component
@Order(-50) // after Spring Security (-100)
class ScopeFilter extends OncePerRequestFilter {
  private static final Pattern DISTRICT_PATH =
      Pattern.compile("/d/(\\d{6})(/graphql|/files/[a-z]+(?:/[A-Za-z0-9_.-]+)?)");
  private static final Pattern PRINCIPAL = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
  private final TenantScope scope;
  private final DistrictCodes codes;
  private final Callers callers;

  ScopeFilter(TenantScope scope, DistrictCodes codes, Callers callers) {
    this.scope = scope;
    this.codes = codes;
    this.callers = callers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.equals("/graphql")
        && !path.startsWith("/d/")
        && !path.startsWith("/export/")
        && !path.startsWith("/import/")
        && !path.startsWith("/files/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Matcher path = DISTRICT_PATH.matcher(request.getServletPath());
    if (path.matches()) {
      Optional<Integer> district = codes.find(path.group(1));
      if (district.isEmpty()) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      String inside = path.group(2);
      Step further =
          inside.equals("/graphql") && Door.opens(request)
              ? () -> chain.doFilter(request, response)
              : () -> request.getRequestDispatcher(inside).forward(request, response);
      bind(Scope.visitor(district.get()), null, further);
      return;
    }
    Matcher principal = PRINCIPAL.matcher(name(request.getUserPrincipal()));
    if (principal.matches()) {
      int district = Integer.parseInt(principal.group(1));
      long account = Long.parseLong(principal.group(2));
      bind(
          new Scope(district, null, null, Reach.ALL, Set.of(), "account:" + account),
          new Caller(district, account, session(request)),
          () -> chain.doFilter(request, response));
    } else {
      bind(Scope.nowhere(), null, () -> chain.doFilter(request, response));
    }
  }

  private static String name(@Nullable Principal principal) {
    return principal == null ? "" : principal.getName();
  }

  private void bind(Scope first, @Nullable Caller caller, Step step)
      throws IOException, ServletException {
    try {
      scope.run(
          first,
          caller == null ? null : work -> callers.resolve(caller),
          () -> {
            step.go();
            return true;
          });
    } catch (TenantScope.WrappedException wrapped) {
      switch (wrapped.getCause()) {
        case IOException io -> throw io;
        case ServletException servlet -> throw servlet;
        case null, default -> throw wrapped;
      }
    }
  }

  /** The rest of the filter chain. */
  private interface Step {
    void go() throws IOException, ServletException;
  }

  private static @Nullable String session(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  /** A signed-in account, before it has been read. */
  record Caller(int districtId, long accountId, @Nullable String session) {}
}
