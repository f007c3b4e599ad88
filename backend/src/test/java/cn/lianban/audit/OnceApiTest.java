package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.db.audit.Tables.IDEMPOTENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OnceApiTest extends ApiTestBase {
  @Autowired private Once once;
  @Autowired private AuditTrail trail;
  @Autowired private OldKeys oldKeys;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;

  private record Body(String text) {}

  private Once.Done change(TestDistrict here, String key, String text, AtomicInteger effects) {
    return districts.in(
        here.id(),
        () ->
            once.run(
                key,
                new Body(text),
                () -> {
                  trail.record("test.change", "test:1", Map.of("key", key));
                  return effects.incrementAndGet();
                }));
  }

  @Test
  void tenParallelRequestsWithOneKeyHaveOneEffectAndEqualAnswers() throws Exception {
    TestDistrict here = districts.fresh();
    String key = Client.key();
    AtomicInteger effects = new AtomicInteger();
    List<Callable<Once.Done>> requests =
        IntStream.range(0, 10)
            .<Callable<Once.Done>>mapToObj(i -> () -> change(here, key, "same", effects))
            .toList();

    List<Once.Done> answers = AtOneMoment.all(requests);

    assertThat(answers).extracting(Once.Done::id).containsOnly(1L);
    assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
    assertThat(effects).hasValue(1);
    assertThat(entries(here, "test.change")).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsAConflict() {
    TestDistrict here = districts.fresh();
    String key = Client.key();
    AtomicInteger effects = new AtomicInteger();
    change(here, key, "one", effects);

    assertThatThrownBy(() -> change(here, key, "two", effects))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo("IDEMPOTENCY_CONFLICT"));
    assertThat(effects).hasValue(1);
  }

  @Test
  void theSameKeyInAnotherDistrictIsAnotherRequest() {
    String key = Client.key();
    AtomicInteger effects = new AtomicInteger();
    change(districts.fresh(), key, "same", effects);

    assertThat(change(districts.fresh(), key, "same", effects).replayed()).isFalse();
    assertThat(effects).hasValue(2);
  }

  @Test
  void aRefusedChangeLeavesNeitherAnAuditRowNorTheKey() {
    TestDistrict here = districts.fresh();
    String key = Client.key();

    assertThatThrownBy(() -> refused(here, key)).isInstanceOf(Rejected.class);

    assertThat(entries(here, "test.refused")).isZero();
    assertThat(change(here, key, "same", new AtomicInteger()).replayed()).isFalse();
  }

  private void refused(TestDistrict here, String key) {
    districts.in(
        here.id(),
        () ->
            once.run(
                key,
                new Body("same"),
                () -> {
                  trail.record("test.refused", "test:1", Map.of());
                  throw new Rejected("NO", null, "不行");
                }));
  }

  @Test
  void keysAreForgottenAfterSevenDaysAndNotBefore() {
    TestDistrict here = districts.fresh();
    AtomicInteger effects = new AtomicInteger();
    String old = Client.key();
    String young = Client.key();
    change(here, old, "same", effects);
    change(here, young, "same", effects);
    age(here, old, Instant.now().minus(8, ChronoUnit.DAYS));
    age(here, young, Instant.now().minus(6, ChronoUnit.DAYS));

    oldKeys.forget();

    assertThat(change(here, old, "same", effects).replayed()).isFalse();
    assertThat(change(here, young, "same", effects).replayed()).isTrue();
  }

  private void age(TestDistrict here, String key, Instant at) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () ->
                    sql.update(IDEMPOTENCY)
                        .set(IDEMPOTENCY.AT, at)
                        .where(IDEMPOTENCY.DISTRICT_ID.eq(here.id()), IDEMPOTENCY.KEY.eq(key))
                        .execute()));
  }

  private int entries(TestDistrict here, String action) {
    return districts.in(
        here.id(),
        () -> sql.fetchCount(ENTRY, ENTRY.DISTRICT_ID.eq(here.id()).and(ENTRY.ACTION.eq(action))));
  }
}
