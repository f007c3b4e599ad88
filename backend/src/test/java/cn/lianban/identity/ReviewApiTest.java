package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The access review, and accounts that nobody uses. */
class ReviewApiTest extends ApiTestBase {
  private static final String LIST =
      "query($since: Date) { accessReview(unreviewedSince: $since, first: 200) { nodes { id loginName post { role unit { name } } lastSignInAt reviewedAt reviewer { name } } } }";
  private static final String DECIDE =
      "mutation($input: AccessReviewDecideInput!) { accessReviewDecide(input: $input) { reviewed { reviewedAt reviewer { name } } userErrors { code } } }";

  @Autowired IdleAccounts idle;

  @Test
  void aConfirmedPostLeavesTheListOfThoseStillToBeLookedAt() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String today = now.today().toString();
    assertThat(admin.data(LIST, "since", today).at("/accessReview/nodes")).hasSize(11);

    JsonNode done = decide(admin, post(admin, here, "leader"), "CONFIRMED");

    assertThat(done.at("/reviewed/reviewer/name").asString()).isEqualTo("测试员admin");
    assertThat(admin.data(LIST, "since", today).at("/accessReview/nodes")).hasSize(10);
    assertThat(admin.data(LIST).at("/accessReview/nodes")).hasSize(11);
    assertThat(code(decide(admin, post(admin, here, "admin"), "CONFIRMED"))).isEqualTo("SELF");
  }

  @Test
  void aWithdrawnPostIsEndedAndOnesOwnIsNotReviewedByOneself() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");

    assertThat(decide(admin, post(admin, here, "officer@civil"), "WITHDRAWN").get("userErrors"))
        .isEmpty();
    assertThat(
            signedIn(here, "officer@civil")
                .data("{ viewer { posts { role } } }")
                .at("/viewer/posts"))
        .isEmpty();
    assertThat(code(decide(admin, post(admin, here, "admin"), "WITHDRAWN"))).isEqualTo("SELF");
    TestDistrict there = districts.fresh();
    assertThat(code(decide(signedIn(there, "admin"), post(admin, here, "leader"), "CONFIRMED")))
        .isEqualTo("NOT_FOUND");
    assertThat(code(decide(signedIn(here, "admin@east"), post(admin, here, "leader"), "CONFIRMED")))
        .isEqualTo("NOT_FOUND");
    assertThat(signedIn(here, "leader").errorCode(LIST)).isEqualTo("FORBIDDEN");
  }

  @Test
  void accountsUnusedForLongerThanTheDistrictSaysAreDisabledButTheLastAdministrator() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    assertThat(rules(admin, 20, 0)).isEqualTo("OUT_OF_RANGE");
    assertThat(rules(admin, 90, 0)).isEmpty();
    assertThat(rules(admin, 60, 0)).isEqualTo("VERSION_CONFLICT");
    assertThat(idle.round(here.id())).isZero();

    now.freeze(now.instant().plus(Duration.ofDays(60)));
    signedIn(here, "leader");
    now.freeze(now.instant().plus(Duration.ofDays(31)));
    assertThat(idle.round(here.id())).isEqualTo(9);
    assertThat(
            stranger().trySignIn(here.loginOf("clerk@east"), TestDistricts.PASSWORD).statusCode())
        .isEqualTo(401);
    signedIn(here, "leader");
    signedIn(here, "admin");
    TestDistrict there = districts.fresh();
    now.freeze(now.instant().plus(Duration.ofDays(400)));
    assertThat(idle.round(there.id())).isZero();
  }

  private static String post(Client admin, TestDistrict here, String person) {
    for (JsonNode node : admin.data(LIST).at("/accessReview/nodes")) {
      if (node.get("loginName").asString().equals(here.loginOf(person))) {
        return node.get("id").asString();
      }
    }
    throw new AssertionError(person);
  }

  private static JsonNode decide(Client who, String post, String verdict) {
    return who.data(
            DECIDE,
            "input",
            Map.of("idempotencyKey", Client.key(), "postId", post, "verdict", verdict))
        .get("accessReviewDecide");
  }

  private static String rules(Client admin, Integer days, int version) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("idleDays", days);
    input.put("expectedVersion", version);
    JsonNode errors =
        admin
            .data(
                "mutation($input: PeopleRulesSetInput!) { peopleRulesSet(input: $input) { rules { idleDays } userErrors { code } } }",
                "input",
                input)
            .at("/peopleRulesSet/userErrors");
    return errors.isEmpty() ? "" : errors.at("/0/code").asString();
  }

  private static String code(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }
}
