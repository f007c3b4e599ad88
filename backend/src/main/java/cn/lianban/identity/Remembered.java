package cn.lianban.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.session.Session;

/** What a session said when it was last read. */
record Remembered(
    String id, Map<String, Object> attributes, Instant created, Instant accessed, Duration idle) {

  static Remembered of(Session session) {
    Map<String, Object> attributes = new HashMap<>();
    for (String name : session.getAttributeNames()) {
      Object value = session.getAttribute(name);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    return new Remembered(
        session.getId(),
        Map.copyOf(attributes),
        session.getCreationTime(),
        session.getLastAccessedTime(),
        session.getMaxInactiveInterval());
  }

  boolean isExpired() {
    return accessed.plus(idle).isBefore(Instant.now());
  }
}
