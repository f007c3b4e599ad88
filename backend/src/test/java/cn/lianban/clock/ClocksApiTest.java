package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClocksApiTest extends ApiTestBase {
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired DutyRows rows;
  @Autowired TenantScope scope;
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-10T02:00:00Z"));
  }

  @Test
  void aStartedClockHasItsDatesAndItsFirstSegment() {
    long id = started("civil", 5, BudgetUnit.WORKING_DAYS, "2026-09-29T02:00:00Z");
    Duty duty = read(id);
    assertThat(duty.dueOn()).isEqualTo("2026-10-12");
    assertThat(duty.dueAt()).isEqualTo("2026-10-12T16:00:00Z");
    assertThat(duty.yellowAt()).isEqualTo("2026-10-09T16:00:00Z");
    assertThat(duty.light()).isEqualTo(Light.DARK);
    assertThat(duty.provisional()).isFalse();
  }

  @Test
  void theTimeOfASuspensionDoesNotCountAndThePausedClockIsDueOnNoDay() {
    long id = started("civil", 5, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    change(() -> suspend(id, "2026-11-04T02:00:00Z", "2026-11-06"));
    assertThat(read(id).dueOn()).isNull();
    assertThat(read(id).light()).isEqualTo(Light.PAUSED);
    change(
        () -> {
          clocks.resume(id, Instant.parse("2026-11-06T02:00:00Z"));
          return 0;
        });
    assertThat(read(id).dueOn()).isEqualTo("2026-11-11");
    assertThat(read(id).light()).isEqualTo(Light.YELLOW);
  }

  @Test
  void whoHeldTheClockIsCountedInPiecesThatSumToWhatItConsumed() {
    long id = started("east", 10, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    change(
        () -> {
          clocks.raiseToDistrict(id);
          clocks.holdBy(id, here.unit("civil"), Instant.parse("2026-11-05T02:00:00Z"));
          clocks.holdBy(id, here.unit("east"), Instant.parse("2026-11-09T02:00:00Z"));
          clocks.close(id, Instant.parse("2026-11-10T02:00:00Z"));
          return 0;
        });
    Duty duty = read(id);
    assertThat(duty.light()).isEqualTo(Light.CLOSED);
    assertThat(duty.closedLight()).isEqualTo(Light.GREEN);
    assertThat(duty.consumedWhenStopped()).isEqualTo(6);
    assertThat(duty.ownerUnitId()).isEqualTo(here.unit("east"));
    List<Integer> pieces =
        districts.in(
            here.id(),
            () -> rows.segments(List.of(id)).get(id).stream().map(s -> s.getConsumed()).toList());
    assertThat(pieces).containsExactly(3, 2, 1);
  }

  @Test
  void anExtensionLengthensThePromiseAndStartsANewGeneration() {
    long id = started("civil", 20, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    change(
        () -> {
          clocks.extend(id, 10, "案情复杂", Instant.parse("2026-11-20T02:00:00Z"));
          return 0;
        });
    assertThat(read(id).dueOn()).isEqualTo("2026-12-14");
    assertThat(read(id).extendedBy()).isEqualTo(10);
  }

  @Test
  void aClockThatWasClosedWhilePausedKeepsTheLightItWouldHaveHad() {
    long late = started("civil", 1, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    change(
        () -> {
          suspend(late, "2026-11-05T02:00:00Z", "2026-11-30");
          clocks.close(late, Instant.parse("2026-11-10T02:00:00Z"));
          return 0;
        });
    assertThat(read(late).closedLight()).isEqualTo(Light.RED);
    assertThat(read(late).dueOn()).isEqualTo("2026-11-03");
  }

  @Test
  void hoursStandStillInAPauseToTheInstant() {
    long id = started("civil", 24, BudgetUnit.HOURS, "2026-11-09T02:00:00Z");
    assertThat(read(id).dueAt()).isEqualTo("2026-11-10T02:00:00Z");
    change(
        () -> {
          suspend(id, "2026-11-09T12:00:00Z", "2026-11-12");
          clocks.resume(id, Instant.parse("2026-11-10T01:30:00Z"));
          return 0;
        });
    assertThat(read(id).dueAt()).isEqualTo("2026-11-10T15:30:00Z");
    assertThat(read(id).light()).isEqualTo(Light.GREEN);
  }

  @Test
  void whatCannotBeIsRefused() {
    long id = started("civil", 5, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    refused("CLOCK_RUNNING", () -> clocks.resume(id));
    refused("OUT_OF_RANGE", () -> clocks.extend(id, 0, "理由"));
    refused("REQUIRED", () -> clocks.extend(id, 1, " "));
    refused("EXPECTED_UNTIL_PAST", () -> suspend(id, "2026-11-10T02:00:00Z", "2026-11-09"));
    refused(
        "REQUIRED",
        () -> clocks.suspend(id, SuspensionReason.HOLD, "", LocalDate.MAX.minusDays(9), null));
    change(() -> suspend(id, "2026-11-10T02:00:00Z", "2026-11-12"));
    refused("CLOCK_PAUSED", () -> suspend(id, "2026-11-10T02:00:00Z", "2026-11-12"));
    change(
        () -> {
          clocks.close(id);
          return 0;
        });
    refused("CLOCK_CLOSED", () -> clocks.close(id));
  }

  @Test
  void theNeighbourFindsNoSuchClock() {
    long id = started("civil", 5, BudgetUnit.WORKING_DAYS, "2026-11-02T02:00:00Z");
    TestDistrict neighbour = districts.fresh();
    assertThat(districts.<Duty>in(neighbour.id(), () -> duties.find(id).orElse(null))).isNull();
    assertThatThrownBy(
            () ->
                districts.in(
                    neighbour.id(),
                    () ->
                        scope.<Object>write(
                            () -> suspend(id, "2026-11-10T02:00:00Z", "2026-11-12"))))
        .hasMessageContaining("NOT_FOUND");
  }

  private int suspend(long id, String at, String until) {
    clocks.suspend(
        id,
        SuspensionReason.HEARING,
        "行政许可法第四十五条",
        LocalDate.parse(until),
        null,
        Instant.parse(at));
    return 0;
  }

  private void refused(String code, Runnable change) {
    assertThatThrownBy(
            () ->
                change(
                    () -> {
                      change.run();
                      return 0;
                    }))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining(code);
  }

  private long started(String unit, int n, BudgetUnit of, String at) {
    return change(
        () -> clocks.start(Stories.duty(here, unit, new Budget(n, of), Instant.parse(at))));
  }

  private <T> T change(Supplier<T> change) {
    return districts.in(here.id(), () -> scope.write(change));
  }

  private Duty read(long id) {
    return districts.in(here.id(), () -> duties.find(id).orElseThrow());
  }
}
