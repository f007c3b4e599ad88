package cn.lianban.clock;

import cn.lianban.api.types.LocalDayRemoveInput;
import cn.lianban.api.types.LocalDaySetInput;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendar in the API. */
@DgsComponent
class CalendarFetcher {
  private final Calendars calendars;
  private final LocalDays localDays;

  CalendarFetcher(Calendars calendars, LocalDays localDays) {
    this.calendars = calendars;
    this.localDays = localDays;
  }

  @DgsQuery
  CalendarYear calendar(@InputArgument int year) {
    if (year < DueDates.FIRST_YEAR || year > DueDates.LAST_YEAR) {
      throw Problem.badInput("year", "年份须在 1949 至 2199 之间");
    }
    WorkCalendar calendar = calendars.rules().calendar();
    return new CalendarYear(
        year,
        calendar.national().published(year),
        calendar.national().notice(year),
        days(calendar, year),
        calendar.workingDays(year),
        localDays.viewerCanEdit());
  }

  /** A local day stands in the place of the national one. */
  private static List<CalendarDay> days(WorkCalendar calendar, int year) {
    List<CalendarDay> days =
        new ArrayList<>(calendar.ownDays(year).stream().map(CalendarDay::of).toList());
    Set<LocalDate> own = new HashSet<>(days.stream().map(CalendarDay::day).toList());
    calendar.national().specials(year).stream()
        .filter(d -> !own.contains(d.day()))
        .map(CalendarDay::of)
        .forEach(days::add);
    days.sort(Comparator.comparing(CalendarDay::day));
    return days;
  }

  @DgsMutation
  Payload localDaySet(@InputArgument LocalDaySetInput input) {
    LocalDay day =
        new LocalDay(
            input.getDay(),
            input.getOff(),
            input.getName(),
            Objects.requireNonNullElse(input.getPaper(), ""),
            0);
    return Refusals.payload(
        () ->
            done(
                input.getDay(),
                localDays.set(day, input.getExpectedVersion(), input.getIdempotencyKey(), input)),
        errors -> new Payload(null, null, errors));
  }

  @DgsMutation
  Payload localDayRemove(@InputArgument LocalDayRemoveInput input) {
    return Refusals.payload(
        () ->
            done(
                input.getDay(),
                localDays.remove(
                    input.getDay(), input.getExpectedVersion(), input.getIdempotencyKey(), input)),
        errors -> new Payload(null, null, errors));
  }

  private Payload done(LocalDate day, @Nullable Integer moved) {
    return new Payload(calendar(day.getYear()), moved, List.of());
  }

  record Payload(
      @Nullable CalendarYear calendar, @Nullable Integer movedDuties, List<UserError> userErrors) {}
}
