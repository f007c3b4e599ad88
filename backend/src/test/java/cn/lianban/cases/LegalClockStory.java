package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district with an item, and what a window does with it. */
abstract class LegalClockStory extends ApiTestBase {
  static final List<Map<String, Object>> ALL =
      List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY"));
  @Autowired protected Receiving receiving;
  @Autowired protected TenantScope scope;
  protected TestDistrict here;
  protected long item;
  protected Client clerk;
  protected Client officer;

  @BeforeEach
  void aDistrictWithAnItem() {
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
  }

  JsonNode signed() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    return act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
  }

  JsonNode receive() {
    return clerk
        .data(
            "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } userErrors { code field } } } "
                + CaseStory.FIELDS,
            "input",
            input(item))
        .at("/caseReceive/case");
  }

  JsonNode supplement(Client who, JsonNode file, String anomaly) {
    return act(
        who,
        "caseSupplement",
        file,
        "missing",
        List.of("户口簿复印件", "近期照片两张"),
        "until",
        "2026-12-31",
        "anomaly",
        anomaly);
  }

  void deem(JsonNode file) {
    long id = Ids.parse("Case", file.get("id").asString());
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  receiving.deem(id, now.instant());
                  return true;
                }));
  }

  JsonNode clock(Client who, JsonNode file, String kind) {
    for (JsonNode duty :
        who.data(
                "query($id: ID!) { case(id: $id) { duties { kind light dueOn statutoryDueOn closedLight } } }",
                "id",
                file.get("id").asString())
            .at("/case/duties")) {
      if (duty.get("kind").asString().equals(kind)) {
        return duty;
      }
    }
    throw new AssertionError("no clock " + kind);
  }

  void allow(String what, int value) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", Ids.of("Item", item));
    input.put("expectedVersion", 0);
    input.put(what, value);
    assertThat(
            signedIn(here, "admin")
                .data(
                    "mutation($input: ItemHandlingSaveInput!) { itemHandlingSave(input: $input) { handling { version } userErrors { code } } }",
                    "input",
                    input)
                .at("/itemHandlingSave/handling/version")
                .asInt())
        .isEqualTo(1);
  }
}
