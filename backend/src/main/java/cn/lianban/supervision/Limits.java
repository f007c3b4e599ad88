package cn.lianban.supervision;

import cn.lianban.graphql.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule's numbers: what they are called, where they start and how far they may go. */
record Limits(List<Limit> known, Map<String, Integer> set) {
  static Limits of(Limit... known) {
    return new Limits(List.of(known), Map.of());
  }

  /**
   * @param name as the screens translate it
   * @param usual where a district has said nothing else
   */
  record Limit(String name, int usual, int least, int most) {}

  /** A number of the rule; asking for one it does not have is a bug. */
  int get(String name) {
    return known.stream()
        .filter(limit -> limit.name().equals(name))
        .mapToInt(limit -> set.getOrDefault(name, limit.usual()))
        .findFirst()
        .orElseThrow();
  }

  Map<String, Integer> all() {
    Map<String, Integer> all = new LinkedHashMap<>();
    known.forEach(limit -> all.put(limit.name(), get(limit.name())));
    return all;
  }

  /** As kept in the database; a limit that has been added to the rule since has its usual value. */
  Limits with(Map<String, Integer> kept) {
    return new Limits(known, Map.copyOf(kept));
  }

  /**
   * As somebody typed them.
   *
   * @throws Rejected INVALID at limits for an unknown name or a number out of its range
   */
  Limits checked(Map<String, Integer> typed) {
    typed.forEach(
        (name, value) -> {
          Limit limit =
              known.stream()
                  .filter(one -> one.name().equals(name))
                  .findFirst()
                  .orElseThrow(() -> new Rejected("INVALID", "limits", "没有这个参数：" + name));
          if (value < limit.least() || value > limit.most()) {
            throw new Rejected(
                "INVALID", "limits", "参数须在 " + limit.least() + " 至 " + limit.most() + " 之间");
          }
        });
    return with(typed);
  }
}
