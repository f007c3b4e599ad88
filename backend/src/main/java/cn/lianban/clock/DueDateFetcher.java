package cn.lianban.clock;

import cn.lianban.api.types.DueDateInput;
import cn.lianban.tenancy.Now;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The public calculator: national calendar, no sign-in, no district. */
@DgsComponent
class DueDateFetcher {
  private final Calendars calendars;

  DueDateFetcher(Calendars calendars) {
    this.calendars = calendars;
  }

  @DgsQuery
  Answer dueDate(@InputArgument DueDateInput input) {
    BudgetUnit unit = BudgetUnit.valueOf(input.getUnit().name());
    Budget budget = DueDates.budget(input.getBudget(), unit);
    Instant start = DueDates.start(unit, input.getAcceptedOn(), input.getAcceptedAt());
    List<Pause> pauses =
        DueDates.pauses(
            unit,
            start,
            input.getSuspensions() == null
                ? List.of()
                : input.getSuspensions().stream()
                    .map(s -> new DueDates.Typed(s.getFrom(), s.getTo()))
                    .toList());
    Terms terms = new Terms(budget, null, start, Now.CHINA, Terms.Rules.NATIONAL);
    WorkCalendar calendar = new WorkCalendar(calendars.national(), List.of());
    Reckoning reckoning = Reckoning.of(terms, calendar, pauses);
    return Answer.of(reckoning, reckoning.dates(), terms.startedOn());
  }

  @DgsData(parentType = "DueDate")
  List<TraceDay> trace(DataFetchingEnvironment env) {
    Answer answer = Objects.requireNonNull(env.<Answer>getSource());
    return answer.reckoning().trace(answer.startedOn());
  }

  /** The trace is told only when it is asked for. */
  record Answer(
      Reckoning reckoning,
      LocalDate startedOn,
      @Nullable LocalDate dueOn,
      @Nullable Instant dueAt,
      @Nullable LocalDate yellowOn,
      @Nullable Instant yellowAt,
      boolean paused,
      boolean provisional) {
    static Answer of(Reckoning reckoning, Dates dates, LocalDate startedOn) {
      return new Answer(
          reckoning,
          startedOn,
          dates.dueOn(),
          dates.dueAt(),
          dates.yellowOn(),
          dates.yellowAt(),
          dates.paused(),
          dates.provisional());
    }
  }
}
