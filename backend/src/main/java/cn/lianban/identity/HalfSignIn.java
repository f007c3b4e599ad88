package cn.lianban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Somebody whose password was right and who owes a second step. The session says so and is nobody's
 * yet; it ends with the account's others.
 */
record HalfSignIn(int district, long account, Instant since) {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);
  private static final String ATTRIBUTE = "lianban.half";

  static void keep(HttpServletRequest request, int district, long account, Instant since) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate(); // whoever was signed in here is not any more
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(ATTRIBUTE, district + ":" + account + ":" + since.toEpochMilli());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, district + ":" + account);
  }

  /** Empty when there is none, or it is older than five minutes. */
  static Optional<HalfSignIn> of(@Nullable HttpSession session, Instant now) {
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
      return Optional.empty();
    }
    String[] parts = text.split(":", -1);
    HalfSignIn half =
        new HalfSignIn(
            Integer.parseInt(parts[0]),
            Long.parseLong(parts[1]),
            Instant.ofEpochMilli(Long.parseLong(parts[2])));
    return half.since().plus(GOOD_FOR).isBefore(now) ? Optional.empty() : Optional.of(half);
  }

  String actor() {
    return Posts.ACCOUNT_ACTOR + account;
  }

  /** The name its attempts are counted under; no login name has a colon. */
  String throttled() {
    return "second:" + district + ":" + account;
  }
}
