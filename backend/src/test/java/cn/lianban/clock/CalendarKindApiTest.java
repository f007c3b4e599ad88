package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** District days from a sheet. */
class CalendarKindApiTest extends ApiTestBase {
  @Autowired CalendarKind kind;
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired TenantScope scope;
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-10T02:00:00Z"));
  }

  @Test
  void twoDaysOffMoveAClockTwiceAndTakenBackMoveItBack() {
    long duty =
        write(
            () ->
                clocks.start(
                    Stories.duty(
                        here,
                        "civil",
                        new Budget(5, BudgetUnit.WORKING_DAYS),
                        Instant.parse("2026-11-09T02:00:00Z"))));
    List<Row> rows = List.of(row("2026-11-11", "OFF"), row("2026-11-12", "OFF"));

    apply(rows);

    assertThat(due(duty)).isEqualTo("2026-11-18");
    assertThat(out()).hasSize(2);
    write(
        () -> {
          kind.remove(rows, new Silent());
          return 0;
        });
    assertThat(due(duty)).isEqualTo("2026-11-16");
    assertThat(out()).isEmpty();
  }

  @Test
  void aDayThatIsThereIsChangedAndReadBackAsItWasWritten() {
    apply(List.of(row("2026-11-14", "OFF")));
    apply(List.of(row("2026-11-14", "WORK")));

    assertThat(out().getFirst().need("what")).isEqualTo("WORK");
    List<Row> known = write(() -> kind.current(List.of(row("2026-11-14", "WORK"))));
    assertThat(known.getFirst().toString()).isEqualTo(row("2026-11-14", "WORK").toString());
  }

  @Test
  void theDryRunSaysHowManyDueDatesWouldMoveAndWritesNothing() {
    long duty =
        write(
            () ->
                clocks.start(
                    Stories.duty(
                        here,
                        "civil",
                        new Budget(5, BudgetUnit.WORKING_DAYS),
                        Instant.parse("2026-11-09T02:00:00Z"))));
    Silent findings = new Silent();
    write(
        () -> {
          // Wednesday and Thursday off; the year 1900 takes no part
          kind.check(
              List.of(row("1900-01-01", "OFF"), row("2026-11-11", "OFF"), row("2026-11-12", "OFF")),
              findings);
          // a day off and one worked for it: the date stays
          kind.check(List.of(row("2026-11-13", "OFF"), row("2026-11-14", "WORK")), findings);
          return 0;
        });

    assertThat(findings.noted).hasSize(1);
    assertThat(findings.noted.getFirst()).contains("1 件在办的到期日会变动");
    assertThat(due(duty)).isEqualTo("2026-11-16");
    assertThat(out()).isEmpty();
  }

  @Test
  void aYearOutsideTheCalendarIsRefusedAtItsCell() {
    Silent findings = new Silent();
    write(
        () -> {
          kind.check(List.of(row("1900-01-01", "OFF")), findings);
          return 0;
        });
    assertThat(findings.refused).containsExactly("day");
  }

  private void apply(List<Row> rows) {
    write(
        () -> {
          kind.apply(rows.stream().map(row -> new Change(row, null)).toList(), new Silent());
          return 0;
        });
  }

  private static Row row(String day, String what) {
    return Row.empty()
        .with("day", LocalDate.parse(day))
        .with("what", what)
        .with("name", "防汛")
        .with("paper", "区政办发〔2026〕1号");
  }

  private List<Row> out() {
    List<Row> out = new ArrayList<>();
    write(
        () -> {
          kind.export(new Selection(List.of("day"), Map.of("year", "2026"), null), out::add);
          return 0;
        });
    return out;
  }

  private <T> T write(Supplier<T> work) {
    return districts.in(here.id(), () -> scope.write(work));
  }

  private String due(long id) {
    return districts.in(here.id(), () -> duties.find(id).orElseThrow().dueOn().toString());
  }

  private static final class Silent implements Findings, Incoming {
    final List<String> refused = new ArrayList<>();
    final List<String> noted = new ArrayList<>();

    @Override
    public void refuse(Row row, String column, String words) {
      refused.add(column);
    }

    @Override
    public long importId() {
      return 1;
    }

    @Override
    public void note(Row row, String words) {
      noted.add(words);
    }
  }
}
