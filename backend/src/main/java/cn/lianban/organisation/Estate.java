package cn.lianban.organisation;

import java.util.EnumMap;
import java.util.Map;

/**
 * What goes over, or went over, to a successor.
 *
 * @param cases not delivered yet
 * @param duties open ones
 */
public record Estate(int posts, int points, int items, int cases, int duties) {

  /** In this order it is handed on: cases are locked before their clocks, as everywhere. */
  public enum Part {
    POSTS,
    POINTS,
    ITEMS,
    CASES,
    DUTIES
  }

  static Estate of(Map<Part, Integer> counts) {
    return new Estate(
        counts.getOrDefault(Part.POSTS, 0),
        counts.getOrDefault(Part.POINTS, 0),
        counts.getOrDefault(Part.ITEMS, 0),
        counts.getOrDefault(Part.CASES, 0),
        counts.getOrDefault(Part.DUTIES, 0));
  }

  static EnumMap<Part, Integer> none() {
    return new EnumMap<>(Part.class);
  }
}
