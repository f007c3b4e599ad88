package cn.lianban.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How far steps are that write everything in one transaction. In memory: a figure in the import's
 * own row would keep it locked to the end, and whoever wants to stop it would wait in vain; another
 * instance shows none meanwhile.
 */
@Component
class WholeProgress {
  private final Map<Long, Integer> done = new ConcurrentHashMap<>();

  void at(long importId, int lines) {
    done.put(importId, lines);
  }

  int of(long importId, int known) {
    return done.getOrDefault(importId, known);
  }

  void forget(long importId) {
    done.remove(importId);
  }
}
