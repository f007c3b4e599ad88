package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.accept;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestVersions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A paper of an earlier case of the same applicant need not be brought again. */
class ReuseApiTest extends ApiTestBase {
  private TestDistrict here;
  private long item;
  private Client clerk;

  @BeforeEach
  void anItemWhoseIdentityPaperMayBeReusedForAYear() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"), here.unit("west"));
    TestVersions.publish(
        signedIn(here, "officer@civil"),
        signedIn(here, "legal"),
        signedIn(here, "admin"),
        item,
        TestVersions.content("高龄津贴发放", 5),
        now.today().toString());
    clerk = signedIn(here, "clerk@east");
  }

  private static Map<String, Object> with(Map<String, Object> input, String first, String second) {
    input.put(
        "materials", List.of(Map.of("seq", 1, "state", first), Map.of("seq", 2, "state", second)));
    return input;
  }

  @Test
  void theEarlierCaseIsNamedOnTheNewOne() {
    JsonNode earlier = accept(clerk, input(item)).get("case");
    JsonNode later = accept(clerk, with(input(item), "ORIGINAL_SEEN", "REUSED")).get("case");

    JsonNode materials =
        clerk
            .data(
                "query($id: ID!) { case(id: $id) { materials { state reusedFrom } } }",
                "id",
                later.get("id").asString())
            .at("/case/materials");
    assertThat(materials.at("/1/reusedFrom").asString())
        .isEqualTo(earlier.get("number").asString().replace(" ", ""));
    assertThat(materials.at("/0/reusedFrom").isNull()).isTrue();
  }

  @Test
  void nothingIsReusedThatTheListForbidsThatIsTooOldOrThatAnotherSubDistrictHolds() {
    assertThat(code(clerk, with(input(item), "ORIGINAL_SEEN", "REUSED")))
        .isEqualTo("NOTHING_TO_REUSE");
    accept(clerk, input(item));
    assertThat(code(clerk, with(input(item), "REUSED", "COPY"))).isEqualTo("NOT_REUSABLE");
    assertThat(code(signedIn(here, "clerk@west"), with(input(item), "COPY", "REUSED")))
        .isEqualTo("NOTHING_TO_REUSE");
    now.freeze(now.instant().plus(Duration.ofDays(366)));
    assertThat(code(signedIn(here, "clerk@east"), with(input(item), "COPY", "REUSED")))
        .isEqualTo("NOTHING_TO_REUSE");
  }

  private static String code(Client who, Map<String, Object> input) {
    return accept(who, input).at("/userErrors/0/code").asString();
  }
}
