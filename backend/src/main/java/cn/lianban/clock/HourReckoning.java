package cn.lianban.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** HOURS: elapsed hours round the clock from an instant, suspensions taken out to the instant. */
final class HourReckoning implements Reckoning {
  private final Terms terms;
  private final boolean paused;
  private final List<Pauses.Span<Instant>> spans;

  HourReckoning(Terms terms, List<Pause> pauses) {
    this.terms = terms;
    this.paused = pauses.stream().anyMatch(p -> p.to() == null);
    this.spans = Pauses.united(pauses, Pause::from, Pause::toOrEver);
  }

  /**
   * Never provisional: no notice can move an elapsed hour. Budget 0 is due at once and has no
   * yellow.
   */
  @Override
  public Dates dates() {
    if (paused) {
      return Dates.paused(false);
    }
    int n = terms.budget().amount();
    Instant due = after(Duration.ofHours(n));
    Instant yellow =
        n == 0
            ? null
            : after(Duration.ofMillis(YellowRule.hoursInMillis(n, terms.rules().yellowPerMille())));
    Integer statutory = terms.statutory();
    Instant dark = statutory == null ? null : after(Duration.ofHours(Math.max(n, statutory)));
    LocalDate yellowOn = yellow == null ? null : dayOf(yellow);
    return new Dates(dayOf(due), due, yellowOn, yellow, dark, false, false);
  }

  @Override
  public int consumed(Instant until) {
    Duration running = Duration.between(terms.startedAt(), until);
    for (Pauses.Span<Instant> span : spans) {
      Instant from = max(span.from(), terms.startedAt());
      Instant to = min(span.to(), until);
      if (from.isBefore(to)) {
        running = running.minus(Duration.between(from, to));
      }
    }
    return Math.toIntExact(Math.max(0, running.toHours()));
  }

  @Override
  public List<TraceDay> trace(LocalDate today) {
    return List.of();
  }

  private Instant after(Duration running) {
    Instant at = terms.startedAt();
    Duration left = running;
    for (Pauses.Span<Instant> span : spans) {
      if (span.to().isAfter(at)) {
        Instant from = max(span.from(), at);
        Duration gap = Duration.between(at, from);
        if (gap.compareTo(left) >= 0) {
          break;
        }
        left = left.minus(gap);
        at = span.to();
      }
    }
    return at.plus(left);
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(terms.zone()).toLocalDate();
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
