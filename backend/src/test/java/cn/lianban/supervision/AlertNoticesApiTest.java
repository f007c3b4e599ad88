package cn.lianban.supervision;

import static cn.lianban.db.outbox.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.clock.TestRungs;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AlertNoticesApiTest extends ApiTestBase {
  @Autowired private TestRungs rungs;
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;

  private record Told(boolean urgent, List<String> to) {}

  private List<Told> told(TestDistrict here, String kind) {
    return districts.in(
        here.id(),
        () ->
            sql.select(MESSAGE.URGENT, MESSAGE.RECIPIENTS)
                .from(MESSAGE)
                .where(MESSAGE.DISTRICT_ID.eq(here.id()), MESSAGE.KIND.eq(kind))
                .fetch(row -> new Told(row.value1(), List.of(row.value2()))));
  }

  private List<String> titles(TestDistrict here) {
    return districts.in(
        here.id(),
        () ->
            sql.select(MESSAGE.TITLE)
                .from(MESSAGE)
                .where(MESSAGE.DISTRICT_ID.eq(here.id()), MESSAGE.KIND.eq("clock.yellow"))
                .fetch(MESSAGE.TITLE));
  }

  @Test
  void whatIsToldLateOfACaseThatIsOverdueByThenDoesNotSayThatItIsDueSoon() {
    TestDistrict here = districts.fresh();
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    new TestCases(districts, scope, past).open(here, item, here.unit("east"), now.instant(), false);
    now.freeze(Instant.parse("2026-11-27T09:00:00Z")); // the evening of the last of its five days
    rungs.fire(here.id());
    assertThat(titles(here)).containsExactly("临期：高龄津贴发放");

    new TestCases(districts, scope, past).open(here, item, here.unit("east"), now.instant(), false);
    now.freeze(Instant.parse("2026-12-14T02:00:00Z"));
    rungs.fire(here.id());
    assertThat(titles(here)).containsExactlyInAnyOrder("临期：高龄津贴发放", "超期：高龄津贴发放");
  }

  @Test
  void aRedCaseAndAClimbingAlertAreUrgentAndGoToTheDistrictsChannelsToo() {
    TestDistrict here = districts.fresh();
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    new TestCases(districts, scope, past).open(here, item, here.unit("east"), now.instant(), false);
    now.freeze(Instant.parse("2026-12-07T02:00:00Z"));
    rungs.fire(here.id());
    assertThat(told(here, "alert.opened"))
        .isNotEmpty()
        .allMatch(one -> one.urgent() && one.to().contains("channels"));
    assertThat(told(here, "clock.yellow")).isNotEmpty().noneMatch(Told::urgent);

    now.freeze(Instant.parse("2026-12-14T02:00:00Z"));
    rungs.fire(here.id());
    assertThat(told(here, "alert.climbed"))
        .isNotEmpty()
        .allMatch(one -> one.urgent() && one.to().contains("channels"))
        .anyMatch(one -> one.to().contains("role:SUPERVISOR"));
  }
}
