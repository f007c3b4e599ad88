package cn.lianban.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The union of suspensions as ordered, disjoint spans: what two of them cover together is taken out
 * once.
 */
final class Pauses {
  private Pauses() {}

  /** A piece of time taken out; the ends mean what the unit says. */
  record Span<T extends Comparable<? super T>>(T from, T to) {}

  static <T extends Comparable<? super T>> List<Span<T>> united(
      List<Pause> pauses, Function<Pause, T> from, Function<Pause, T> to) {
    List<Span<T>> spans = new ArrayList<>();
    pauses.stream()
        .map(p -> new Span<>(from.apply(p), to.apply(p)))
        .filter(s -> s.from().compareTo(s.to()) < 0)
        .sorted(Comparator.comparing(Span::from))
        .forEach(s -> add(spans, s));
    return List.copyOf(spans);
  }

  private static <T extends Comparable<? super T>> void add(List<Span<T>> spans, Span<T> next) {
    Span<T> last = spans.isEmpty() ? null : spans.getLast();
    if (last == null || last.to().compareTo(next.from()) < 0) {
      spans.add(next);
    } else if (last.to().compareTo(next.to()) < 0) {
      spans.set(spans.size() - 1, new Span<>(last.from(), next.to()));
    }
  }
}
