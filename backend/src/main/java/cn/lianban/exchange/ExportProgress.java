package cn.lianban.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How far running exports are. In memory: the job reads in one long transaction and must not open a
 * second connection; another instance shows no figure meanwhile.
 */
@Component
class ExportProgress {
  private final Map<Long, Integer> rows = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> stopped = new ConcurrentHashMap<>();

  void at(long export, int count) {
    rows.put(export, count);
  }

  int of(long export, int known) {
    return rows.getOrDefault(export, known);
  }

  void stop(long export) {
    stopped.put(export, true);
  }

  boolean isStopped(long export) {
    return stopped.containsKey(export);
  }

  void forget(long export) {
    rows.remove(export);
    stopped.remove(export);
  }
}
