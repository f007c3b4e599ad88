package cn.lianban.audit;

import java.util.Collection;
import java.util.Map;

/** Names a room's records for the trail; a Spring bean of the room that owns them. */
public interface Naming {
  /** As subjects of the trail begin: {@code case}. */
  String kind();

  /**
   * A fixed number of statements, however many there are. A record that is gone or beyond the
   * caller's reach is missing.
   */
  Map<Long, Named> names(Collection<Long> numbers);
}
