package cn.lianban.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is. A district has one worker at a time for what comes in and one for what goes
 * out; of the districts that have none, whoever was served longest ago is next.
 */
@Component
class Turns {
  private final Set<Place> busy = new HashSet<>();
  private final Map<Long, Long> served = new HashMap<>();
  private long turn;
  private boolean open;

  private record Place(int districtId, Pending.Work work) {
    static Place of(Pending.Entry entry) {
      return new Place(entry.districtId(), entry.work());
    }
  }

  synchronized void open() {
    open = true;
  }

  /** Nobody takes anything any more; only when nobody has anything. */
  synchronized void close() {
    open = !busy.isEmpty();
  }

  synchronized boolean isOpen() {
    return open;
  }

  /**
   * Whoever takes an entry gives it back.
   *
   * @param waiting oldest first
   * @return null when nothing of this sort can be worked on now
   */
  synchronized Pending.@Nullable Entry take(Pending.Work work, List<Pending.Entry> waiting) {
    Pending.Entry next =
        waiting.stream()
            .filter(entry -> open && entry.work() == work && !busy.contains(Place.of(entry)))
            .min(Comparator.comparingLong(entry -> served.getOrDefault(entry.id(), 0L)))
            .orElse(null);
    if (next != null) {
      busy.add(Place.of(next));
      served.put(next.id(), ++turn);
    }
    return next;
  }

  synchronized void giveBack(Pending.Entry entry, boolean ended) {
    busy.remove(Place.of(entry));
    if (ended) {
      served.remove(entry.id());
    }
  }
}
