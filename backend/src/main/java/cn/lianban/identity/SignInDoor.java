package cn.lianban.identity;

import cn.lianban.tenancy.Now;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sign-in beyond the password: the second step, and passkeys, which are both steps in one. A
 * session becomes somebody's here or in the form's own filter, nowhere else.
 */
@RestController
class SignInDoor {
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final CsrfAuthenticationStrategy csrf;
  private final SecondStep secondStep;
  private final PasskeySignIn passkeys;
  private final StepUp stepUp;
  private final Now now;

  SignInDoor(
      CsrfTokenRepository csrfTokens,
      SecondStep secondStep,
      PasskeySignIn passkeys,
      StepUp stepUp,
      Now now) {
    this.csrf = new CsrfAuthenticationStrategy(csrfTokens);
    this.secondStep = secondStep;
    this.passkeys = passkeys;
    this.stepUp = stepUp;
    this.now = now;
  }

  /** 204 signed in, 401 WRONG_CODE or SIGN_IN_AGAIN, 429 THROTTLED. */
  @PostMapping("/sign-in/code")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void code(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    HalfSignIn half = HalfSignIn.of(session, now.instant()).orElse(null);
    if (session == null || half == null) {
      throw new SignInAgain();
    }
    secondStep.take(half, session.getId(), code.strip(), request.getRemoteAddr());
    open(request, response, half.district(), half.account());
  }

  /** What navigator.credentials.get is asked, as JSON. */
  @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  String passkeyOptions(HttpServletRequest request) {
    boolean half = HalfSignIn.of(request.getSession(false), now.instant()).isPresent();
    return passkeys.options(half ? request.getSession() : anew(request));
  }

  /** 204 signed in, 401 WRONG_PASSKEY, 429 THROTTLED. */
  @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void passkey(
      @RequestBody String credential, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      throw new SignInAgain();
    }
    HalfSignIn half = HalfSignIn.of(session, now.instant()).orElse(null);
    PasskeySignIn.Who who = passkeys.take(session, half, credential, request.getRemoteAddr());
    open(request, response, who.district(), who.account());
  }

  private void open(
      HttpServletRequest request, HttpServletResponse response, int district, long account) {
    HttpSession session = anew(request);
    Authentication who =
        UsernamePasswordAuthenticationToken.authenticated(
            district + ":" + account, null, List.of());
    SecurityContext context = new SecurityContextImpl(who);
    contexts.saveContext(context, request, response);
    csrf.onAuthentication(who, request, response);
    stepUp.proved(session);
  }

  /** What came may have been ended while we still remember it: nothing is written into that. */
  private static HttpSession anew(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    return request.getSession(true);
  }

  @ExceptionHandler
  void refused(
      AuthenticationException failed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SignInAnswers.refused(request, response, failed);
  }

  /** No first step, or one too long ago. */
  static final class SignInAgain extends BadCredentialsException {
    private static final long serialVersionUID = 1L;

    SignInAgain() {
      super("SIGN_IN_AGAIN");
    }
  }
}
