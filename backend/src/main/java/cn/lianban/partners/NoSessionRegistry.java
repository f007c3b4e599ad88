package cn.lianban.partners;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/** Knows no session: who has one is asked of the database each time. */
final class NoSessionRegistry implements SessionRegistry {
  @Override
  public List<Object> getAllPrincipals() {
    return List.of();
  }

  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    return List.of();
  }

  @Override
  public @Nullable SessionInformation getSessionInformation(String sessionId) {
    return null;
  }

  @Override
  public void refreshLastRequest(String sessionId) {
    // kept by the session itself
  }

  @Override
  public void registerNewSession(String sessionId, Object principal) {
    // kept in PostgreSQL
  }

  @Override
  public void removeSessionInformation(String sessionId) {
    // nothing is kept
  }
}
