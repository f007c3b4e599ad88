package cn.lianban.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Spring's sessions without a durable write on every request: the time of last access is written
 * when it is a minute old, which of eight idle hours nobody notices. Everything else is written at
 * once, and each request still reads its session, so that an ended one is over on the next request.
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSessions.Calm<S>> {
  static final Duration STALE = Duration.ofMinutes(1);
  private final SessionRepository<S> kept;

  CalmSessions(SessionRepository<S> kept) {
    this.kept = kept;
  }

  @Override
  public Calm<S> createSession() {
    return new Calm<>(kept.createSession(), true);
  }

  @Override
  public void save(Calm<S> session) {
    if (session.changed) {
      kept.save(session.inner);
      session.changed = false;
    }
  }

  @Override
  public @Nullable Calm<S> findById(String id) {
    S found = kept.findById(id);
    return found == null ? null : new Calm<>(found, false);
  }

  @Override
  public void deleteById(String id) {
    kept.deleteById(id);
  }

  /** Knows whether there is anything to write. */
  static final class Calm<S extends Session> implements Session {
    private final S inner;
    private boolean changed;

    Calm(S inner, boolean changed) {
      this.inner = inner;
      this.changed = changed;
    }

    @Override
    public String getId() {
      return inner.getId();
    }

    @Override
    public String changeSessionId() {
      changed = true;
      return inner.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return inner.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return inner.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
      changed = true;
      inner.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      changed = true;
      inner.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return inner.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
      if (changed || inner.getLastAccessedTime().plus(STALE).isBefore(now)) {
        changed = true;
        inner.setLastAccessedTime(now);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return inner.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      changed = true;
      inner.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return inner.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return inner.isExpired();
    }
  }
}
