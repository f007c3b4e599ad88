package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.ProcedureStory.draft;
import static cn.lianban.cases.ProcedureStory.named;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;

import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Road excavation: the lead asks the transport bureau. */
abstract class ParallelStory extends ApiTestBase {
  @Autowired protected TenantScope scope;
  @Autowired protected ApplicationEventPublisher events;
  protected TestDistrict here;
  protected long item;
  protected Client clerk;
  protected Client lead;
  protected Client coUnit;
  protected Client admin;

  @BeforeEach
  void anItemThatTwoDepartmentsHandle() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-09T02:00:00Z")); // Monday
    item = items.licence(here, "道路挖掘许可", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    lead = signedIn(here, "officer@civil");
    coUnit = signedIn(here, "officer@transport");
    admin = signedIn(here, "admin");
  }

  String refusal(List<java.util.Map<String, Object>> steps) {
    here = districts.fresh();
    item = items.licence(here, "道路挖掘许可", here.unit("civil"), here.unit("east"));
    admin = signedIn(here, "admin");
    return draft(admin, item, false, steps).at("/userErrors/0/code").asString();
  }

  void twoStages() {
    publish(
        admin,
        item,
        false,
        List.of(
            step(1, "交通意见", here.unit("transport"), false, 3, "silenceConsents", true),
            step(1, "牵头审查", here.unit("civil"), true, 2),
            step(2, "复核", here.unit("civil"), true, 1)));
  }

  JsonNode signed() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    return act(lead, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
  }

  /** As the clock fires it. */
  void fire(JsonNode file) {
    JsonNode step = named(lead, file, "交通意见");
    long duty = Ids.parse("Duty", step.at("/duty/id").asString());
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  events.publishEvent(
                      new RungFired(
                          duty,
                          1,
                          RungKind.RED,
                          "CASE_STEP",
                          "Case",
                          Ids.parse("Case", file.get("id").asString()),
                          here.unit("transport"),
                          now.instant()));
                  return true;
                }));
  }
}
