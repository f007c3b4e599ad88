package cn.lianban.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the handbook written as slowly as they read: a list of counted days, looked up by
 * number.
 */
final class NaiveDays {
  private final WorkCalendar calendar;
  private final Terms terms;
  private final List<LocalDate> counted = new ArrayList<>();

  NaiveDays(WorkCalendar calendar, Terms terms, List<Pause> pauses) {
    this.calendar = calendar;
    this.terms = terms;
    LocalDate day = terms.startedOn();
    counted.add(day);
    while (counted.size() <= terms.budget().amount()) {
      day = day.plusDays(1);
      if (counts(day, pauses)) {
        counted.add(day);
      }
    }
  }

  private boolean counts(LocalDate day, List<Pause> pauses) {
    for (Pause pause : pauses) {
      LocalDate from = LocalDate.ofInstant(pause.from(), terms.zone());
      LocalDate to = LocalDate.ofInstant(pause.to(), terms.zone());
      if (day.isAfter(from) && !day.isAfter(to)) {
        return false;
      }
    }
    return terms.budget().unit() == BudgetUnit.CALENDAR_DAYS || calendar.works(day);
  }

  LocalDate due() {
    LocalDate due = counted.getLast();
    boolean moves =
        terms.budget().unit() == BudgetUnit.CALENDAR_DAYS && terms.rules().moveOffDays();
    while (moves && terms.budget().amount() > 0 && !calendar.works(due)) {
      due = due.plusDays(1);
    }
    return due;
  }

  LocalDate yellow() {
    int n = terms.budget().amount();
    if (n == 0) {
      return null;
    }
    if (n <= 2) {
      return due();
    }
    int share = (int) Math.ceil(n * terms.rules().yellowPerMille() / 1000.0 - 1e-9);
    if (terms.budget().unit() == BudgetUnit.WORKING_DAYS) {
      return counted.get(Math.min(share, n - 1));
    }
    LocalDate eve = due().minusDays(1);
    while (!calendar.works(eve) && eve.isAfter(counted.getFirst())) {
      eve = eve.minusDays(1);
    }
    LocalDate byShare = counted.get(share);
    LocalDate earlier = eve.isBefore(byShare) ? eve : byShare;
    return earlier.isBefore(counted.getFirst()) ? counted.getFirst() : earlier;
  }
}
