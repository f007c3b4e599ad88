package cn.lianban.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes from one version of a list to another, entry by entry. */
final class ListDiff {
  private ListDiff() {}

  /** Null before: new. Null after: dropped. */
  record Change(@Nullable ListEntry before, @Nullable ListEntry after) {}

  /** Changed and dropped entries in the old order, then new ones in the new order. */
  static List<Change> of(List<ListEntry> from, List<ListEntry> to) {
    Map<String, ListEntry> left = new HashMap<>();
    to.forEach(entry -> left.putIfAbsent(key(entry), entry));
    List<Change> changes = new ArrayList<>();
    for (ListEntry before : from) {
      ListEntry after = left.remove(key(before));
      if (after == null || !after.saysTheSame(before)) {
        changes.add(new Change(before, after));
      }
    }
    to.stream()
        .filter(entry -> left.get(key(entry)) == entry)
        .forEach(entry -> changes.add(new Change(null, entry)));
    return changes;
  }

  /** By its code, or by its name where there is none. */
  private static String key(ListEntry entry) {
    return entry.code().isEmpty() ? "name " + entry.name() : "code " + entry.code();
  }
}
