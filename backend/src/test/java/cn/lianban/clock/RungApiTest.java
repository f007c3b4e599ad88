package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/**
 * The scheduler of the test context may fire too: all that counts is that everything fires once.
 */
class RungApiTest extends ApiTestBase {
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired DutyQueries queries;
  @Autowired RungFiring firing;
  @Autowired TenantScope scope;
  @Autowired ApplicationEventMulticaster multicaster;
  private final Queue<RungFired> told = new ConcurrentLinkedQueue<>();
  private final ApplicationListener<ApplicationEvent> listener = this::hear;
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-02T02:00:00Z"));
    multicaster.addApplicationListener(listener);
  }

  @AfterEach
  void listenNoMore() {
    multicaster.removeApplicationListener(listener);
  }

  private void hear(ApplicationEvent event) {
    if (event instanceof PayloadApplicationEvent<?> wrapped
        && wrapped.getPayload() instanceof RungFired fired) {
      told.add(fired);
    }
  }

  @Test
  void everyRungFiresOnceUnderTwoFirersAtTheSameTime() throws InterruptedException {
    List<Long> ids =
        change(
            () ->
                java.util.stream.IntStream.range(0, 60)
                    .mapToObj(i -> clocks.start(duty(5, "2026-11-02T02:00:00Z")))
                    .toList());
    now.freeze(Instant.parse("2026-11-10T02:00:00Z")); // yellow from 11-06, red from 11-10
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> firers =
        List.of(1, 2).stream()
            .map(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              await(go);
                              firing.inDistrict(here.id());
                            }))
            .toList();
    go.countDown();
    for (Thread firer : firers) {
      firer.join();
    }
    firing.round();
    assertThat(kinds(ids.getFirst())).containsExactly("RUNG YELLOW", "RUNG RED");
    for (long id : ids) {
      assertThat(heard(id)).containsExactlyInAnyOrder(RungKind.YELLOW, RungKind.RED);
    }
  }

  @Test
  void anExtensionIsANewGenerationAndItsYellowFiresAgain() {
    long id = change(() -> clocks.start(duty(5, "2026-11-02T02:00:00Z")));
    fireAt("2026-11-06T02:00:00Z");
    change(
        () -> {
          clocks.extend(id, 5, "案情复杂");
          return 0;
        });
    fireAt("2026-11-06T03:00:00Z");
    assertThat(heard(id)).containsExactly(RungKind.YELLOW);
    fireAt("2026-11-13T02:00:00Z");
    assertThat(heard(id)).containsExactly(RungKind.YELLOW, RungKind.YELLOW);
    assertThat(told.stream().filter(f -> f.dutyId() == id).map(RungFired::generation))
        .containsExactly(1, 2);
  }

  @Test
  void aPausedClockIsSilentUntilThePauseLastsLongerThanWasTold() {
    long id = change(() -> clocks.start(duty(5, "2026-11-02T02:00:00Z")));
    fireAt("2026-11-06T02:00:00Z");
    suspend(id, "2026-11-10");
    fireAt("2026-11-10T15:00:00Z");
    assertThat(heard(id)).containsExactly(RungKind.YELLOW);
    fireAt("2026-11-10T16:00:00Z");
    assertThat(heard(id)).containsExactly(RungKind.YELLOW, RungKind.SUSPENSION_OVERRUN);
    change(
        () -> {
          clocks.resume(id);
          return 0;
        });
    suspend(id, "2026-11-12");
    fireAt("2026-11-13T02:00:00Z");
    assertThat(heard(id))
        .as("yellow stays fired in its generation, each pause has an overrun of its own")
        .containsExactly(RungKind.YELLOW, RungKind.SUSPENSION_OVERRUN, RungKind.SUSPENSION_OVERRUN);
  }

  @Test
  void aClosedClockAndARehearsalFireNothing() {
    long closed = change(() -> clocks.start(duty(1, "2026-11-02T02:00:00Z")));
    StartDuty real = duty(1, "2026-11-02T02:00:00Z");
    long test =
        change(
            () ->
                clocks.start(
                    new StartDuty(
                        real.kind(),
                        real.subjectKind(),
                        real.subjectId(),
                        null,
                        real.ownerUnitId(),
                        "演练",
                        null,
                        false,
                        real.promised(),
                        null,
                        real.startedAt(),
                        true)));
    change(
        () -> {
          clocks.close(closed);
          return 0;
        });
    fireAt("2026-12-30T02:00:00Z");
    assertThat(heard(closed)).isEmpty();
    assertThat(heard(test)).isEmpty();
  }

  @Test
  void theRungTellsWhatItIsAboutAndTheStatutoryLimitComesLast() {
    StartDuty owed = duty(1, "2026-11-02T02:00:00Z");
    long id = change(() -> clocks.start(owed));
    fireAt("2026-11-12T02:00:00Z");
    assertThat(heard(id)).containsExactly(RungKind.YELLOW, RungKind.RED, RungKind.DARK);
    RungFired red =
        told.stream()
            .filter(f -> f.dutyId() == id && f.kind() == RungKind.RED)
            .findFirst()
            .orElseThrow();
    assertThat(red)
        .isEqualTo(
            new RungFired(
                id,
                1,
                RungKind.RED,
                "CASE",
                "Story",
                owed.subjectId(),
                here.unit("civil"),
                Instant.parse("2026-11-03T16:00:00Z")));
  }

  private StartDuty duty(int n, String at) {
    return Stories.duty(here, "civil", new Budget(n, BudgetUnit.WORKING_DAYS), Instant.parse(at));
  }

  private void suspend(long id, String until) {
    change(
        () -> {
          clocks.suspend(id, SuspensionReason.HEARING, "依据", LocalDate.parse(until), null);
          return 0;
        });
  }

  private void fireAt(String moment) {
    now.freeze(Instant.parse(moment));
    firing.inDistrict(here.id());
  }

  private List<RungKind> heard(long id) {
    return told.stream().filter(f -> f.dutyId() == id).map(RungFired::kind).toList();
  }

  private List<String> kinds(long id) {
    return districts.in(here.id(), () -> queries.events(List.of(id)).get(id)).stream()
        .filter(e -> e.kind() == ClockEventKind.RUNG)
        .map(e -> e.kind() + " " + e.cause())
        .toList();
  }

  private <T> T change(java.util.function.Supplier<T> change) {
    return districts.in(here.id(), () -> scope.write(change));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
