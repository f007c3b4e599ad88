package cn.lianban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Spring's sessions without a read and a durable write on every request. The time of last access is
 * written when it is a minute old, which of eight idle hours nobody notices. What a session says is
 * remembered for half a minute; whether it still stands is asked of the database on every request
 * all the same, by the statement that reads the account ({@link Posts#standing}).
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {
  static final Duration STALE = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private final SessionRepository<S> kept;
  private final Cache<String, Remembered> remembered =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REMEMBERED).build();

  CalmSessions(SessionRepository<S> kept) {
    this.kept = kept;
  }

  @Override
  public CalmSession<S> createSession() {
    return CalmSession.fresh(kept.createSession());
  }

  @Override
  public void save(CalmSession<S> session) {
    S written = session.toWrite();
    if (written != null) {
      kept.save(written);
      remembered.invalidate(session.foundAs());
      remembered.invalidate(written.getId());
    }
  }

  @Override
  public @Nullable CalmSession<S> findById(String id) {
    Remembered known = remembered.getIfPresent(id);
    if (known != null && !known.isExpired()) {
      return CalmSession.remembered(known, () -> kept.findById(id));
    }
    S found = kept.findById(id);
    if (found == null) {
      return null;
    }
    Remembered now = Remembered.of(found);
    remembered.put(id, now);
    return CalmSession.remembered(now, () -> found);
  }

  @Override
  public void deleteById(String id) {
    kept.deleteById(id);
    remembered.invalidate(id);
  }
}
