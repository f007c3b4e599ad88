package cn.lianban.clock;

import java.util.List;

/**
 * Duties went from one unit to another as a whole; whoever keeps the subjects moves their holder
 * too, in the same transaction.
 */
public record DutiesMoved(List<Subject> subjects, int toUnitId) {
  /** What a duty is about, and the unit that had it. */
  public record Subject(String kind, long id, int fromUnitId) {}
}
