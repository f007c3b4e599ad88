package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * When this session last proved who it is, by signing in or by the password again. Whoever finds an
 * unlocked screen may work with it, but not take the account over.
 */
@Component
class StepUp {
  static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final String PROVED = "lianban.proved";
  private final Now now;

  StepUp(Now now) {
    this.now = now;
  }

  /** The caller has just proved who he is. */
  void proved(HttpSession session) {
    session.setAttribute(PROVED, now.instant().toEpochMilli());
  }

  /** As {@link #proved(HttpSession)}, for the session of this request. */
  void proved() {
    proved(session());
  }

  /**
   * @throws Rejected CONFIRM_FIRST when the proof is older than ten minutes
   */
  void require() {
    Object at = session().getAttribute(PROVED);
    if (!(at instanceof Long millis)
        || Instant.ofEpochMilli(millis).plus(GOOD_FOR).isBefore(now.instant())) {
      throw new Rejected("CONFIRM_FIRST", null, "请先输入密码，确认是本人操作");
    }
  }

  /** The session of this request; callers are signed in. */
  HttpSession session() {
    HttpServletRequest request =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    return request.getSession();
  }
}
