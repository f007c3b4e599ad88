package cn.lianban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** What the sign-in form is told: a code for the screen, never why. */
final class SignInAnswers {
  private SignInAnswers() {}

  /**
   * 401 BAD_CREDENTIALS, WRONG_CODE, WRONG_PASSKEY or SIGN_IN_AGAIN, 429 THROTTLED, 503 THROTTLED
   * when the service is busy.
   */
  static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
      throws IOException {
    response.setContentType("application/json");
    if (failed instanceof SignInRefused refused) {
      response.setStatus(refused.status());
      response.setHeader("Retry-After", Long.toString(refused.retryAfterSeconds()));
      response
          .getWriter()
          .write(
              "{\"code\":\"THROTTLED\",\"retryAfterSeconds\":" + refused.retryAfterSeconds() + "}");
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.getWriter().write("{\"code\":\"" + code(request, failed) + "\"}");
    }
  }

  private static String code(HttpServletRequest request, AuthenticationException failed) {
    if (failed instanceof SignInDoor.SignInAgain) {
      return "SIGN_IN_AGAIN";
    }
    return switch (request.getServletPath()) {
      case "/sign-in/code" -> "WRONG_CODE";
      case "/sign-in/passkey" -> "WRONG_PASSKEY";
      default -> "BAD_CREDENTIALS";
    };
  }

  /** 202: the password was right; a code or a passkey is asked next, within five minutes. */
  static void secondStep(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
    response.setContentType("application/json");
    response.getWriter().write("{\"code\":\"SECOND_STEP\"}");
  }

  /** 403 CSRF: a POST without the header, or with an old one; GET /csrf gives a fresh cookie. */
  static void forged(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json");
    response.getWriter().write("{\"code\":\"CSRF\"}");
  }
}
