package cn.lianban.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that reads from memory and goes to the database only to be changed. One that has been
 * ended meanwhile takes no change, as Spring's own would.
 */
final class CalmSession<S extends Session> implements Session {
  private final String foundAs;
  private final Supplier<@Nullable S> source;
  private @Nullable Remembered memory;
  private @Nullable S real;
  private boolean changed;

  private CalmSession(
      String foundAs, @Nullable Remembered memory, @Nullable S real, Supplier<@Nullable S> source) {
    this.foundAs = foundAs;
    this.memory = memory;
    this.real = real;
    this.source = source;
  }

  static <S extends Session> CalmSession<S> fresh(S session) {
    CalmSession<S> calm = new CalmSession<>(session.getId(), null, session, () -> session);
    calm.changed = true;
    return calm;
  }

  static <S extends Session> CalmSession<S> remembered(
      Remembered memory, Supplier<@Nullable S> source) {
    return new CalmSession<>(memory.id(), memory, null, source);
  }

  /** The id under which the browser asked. */
  String foundAs() {
    return foundAs;
  }

  /** What is to be saved; null when nothing was changed, or the session is gone. */
  @Nullable S toWrite() {
    boolean due = changed;
    changed = false;
    return due ? real : null;
  }

  /** From now on the real one is read as well. */
  private @Nullable S toChange() {
    if (real == null) {
      real = source.get();
    }
    if (real != null) {
      memory = null;
    }
    changed = true;
    return real;
  }

  private Remembered read() {
    Remembered known = memory;
    return known != null ? known : Remembered.of(java.util.Objects.requireNonNull(real));
  }

  @Override
  public String getId() {
    S now = real;
    return now == null ? foundAs : now.getId();
  }

  @Override
  public String changeSessionId() {
    S session = toChange();
    return session == null ? foundAs : session.changeSessionId();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Spring's signature
  public <T> @Nullable T getAttribute(String name) {
    Remembered known = memory;
    S now = real;
    if (known != null || now == null) {
      return (T) read().attributes().get(name);
    }
    return now.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return Set.copyOf(read().attributes().keySet());
  }

  @Override
  public void setAttribute(String name, Object value) {
    S session = toChange();
    if (session != null) {
      session.setAttribute(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    S session = toChange();
    if (session != null) {
      session.removeAttribute(name);
    }
  }

  @Override
  public Instant getCreationTime() {
    return read().created();
  }

  @Override
  public void setLastAccessedTime(Instant now) {
    if (changed || getLastAccessedTime().plus(CalmSessions.STALE).isBefore(now)) {
      S session = toChange();
      if (session != null) {
        session.setLastAccessedTime(now);
      }
    }
  }

  @Override
  public Instant getLastAccessedTime() {
    return read().accessed();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    S session = toChange();
    if (session != null) {
      session.setMaxInactiveInterval(interval);
    }
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return read().idle();
  }

  @Override
  public boolean isExpired() {
    return read().isExpired();
  }
}
