package cn.lianban.identity;

import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.Bytes;

/** 32 random bytes that a passkey signs; kept in the session, good for one attempt. */
final class PasskeyChallenge {
  private static final String ATTRIBUTE = "lianban.passkey";

  private PasskeyChallenge() {}

  static Bytes fresh(HttpSession session) {
    Bytes challenge = Bytes.random();
    session.setAttribute(ATTRIBUTE, challenge.toBase64UrlString());
    return challenge;
  }

  /**
   * @throws BadCredentialsException when none was given out, or it has been answered
   */
  static Bytes taken(HttpSession session) {
    if (!(session.getAttribute(ATTRIBUTE) instanceof String text)) {
      throw new BadCredentialsException("no challenge");
    }
    session.removeAttribute(ATTRIBUTE);
    return Bytes.fromBase64(text);
  }
}
