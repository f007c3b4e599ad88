package cn.lianban.identity;

import static cn.lianban.identity.SecondFactorStory.SECURITY;
import static cn.lianban.identity.SecondFactorStory.act;
import static cn.lianban.identity.SecondFactorStory.bring;
import static cn.lianban.identity.SecondFactorStory.enrol;
import static cn.lianban.identity.SecondFactorStory.isNobody;
import static cn.lianban.identity.SecondFactorStory.refusal;
import static cn.lianban.identity.SecondFactorStory.register;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SecondFactorPolicyApiTest extends ApiTestBase {
  private TestDistrict here;
  private Client admin;

  @BeforeEach
  void openADistrict() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
  }

  private JsonNode set(String rule, int version, String... roles) {
    return act(
        admin,
        "secondFactorPolicySet",
        "rule",
        rule,
        "roles",
        List.of(roles),
        "expectedVersion",
        version);
  }

  @Test
  void whoMustHaveOneAndHasNoneReachesNothingButItsEnrolment() {
    Client clerk = signedIn(here, "clerk@east");
    Client officer = signedIn(here, "officer@civil");
    enrol(admin, now);
    JsonNode policy = set("ROLES", 0, "WINDOW_CLERK", "DISTRICT_ADMIN");
    assertThat(policy.at("/policy/missing").asInt()).isEqualTo(2);

    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("MUST_ENROL_SECOND_FACTOR");
    assertThat(clerk.get("/export/units?format=csv").body()).doesNotContain("城东街道");
    assertThat(
            clerk.errorCode(
                "mutation { passwordChange(input: {idempotencyKey: \"12345678\", oldPassword: \"\","
                    + " newPassword: \"\"}) { userErrors { code } } }"))
        .isEqualTo("MUST_ENROL_SECOND_FACTOR");
    assertThat(clerk.data(SECURITY).at("/viewer/mustEnrolSecondFactor").asBoolean()).isTrue();
    assertThat(officer.data("{ units { name } }").get("units")).isNotEmpty();

    Client again = signedIn(here, "clerk@east");
    assertThat(again.errorCode("{ units { name } }")).isEqualTo("MUST_ENROL_SECOND_FACTOR");
    enrol(again, now);
    assertThat(again.data("{ units { name } }").get("units")).isNotEmpty();
    assertThat(again.data(SECURITY).at("/viewer/mustEnrolSecondFactor").asBoolean()).isFalse();
    assertThat(refusal(act(again, "totpRemove"))).isEqualTo("REQUIRED");
    assertThat(again.data(SECURITY).at("/viewer/security/totpSince").isNull()).isFalse();
  }

  @Test
  void aPasskeyIsAsGoodAndOneOfTwoMayGo() {
    register(admin, "http://localhost:" + port);
    assertThat(refusal(set("ALL", 0))).isEmpty();
    Client legal = signedIn(here, "legal");
    assertThat(legal.errorCode("{ units { name } }")).isEqualTo("MUST_ENROL_SECOND_FACTOR");

    SoftPasskey key = register(legal, "http://localhost:" + port);
    assertThat(legal.data("{ units { name } }").get("units")).isNotEmpty();
    enrol(legal, now);
    assertThat(refusal(act(legal, "totpRemove"))).isEmpty();
    assertThat(bring(anonymous(), key).statusCode()).isEqualTo(204);
  }

  @Test
  void whoeverMakesItADutyHasDoneItHimself() {
    assertThat(refusal(set("ALL", 0))).isEqualTo("OWN_FIRST");
    assertThat(refusal(set("ROLES", 0))).isEqualTo("NO_ROLES");
    assertThat(admin.data("{ units { name } }").get("units")).isNotEmpty();

    enrol(admin, now);
    assertThat(refusal(set("ALL", 7))).isEqualTo("VERSION_CONFLICT");
    assertThat(refusal(set("ALL", 0))).isEmpty();
    assertThat(refusal(set("OFF", 1))).isEmpty();
    assertThat(signedIn(here, "clerk@east").data("{ units { name } }").get("units")).isNotEmpty();
  }

  @Test
  void theNeighbourHasItsOwnRule() {
    TestDistrict there = districts.fresh();
    enrol(admin, now);
    set("ALL", 0);

    assertThat(
            signedIn(there, "admin")
                .data("{ secondFactorPolicy { rule missing } }")
                .at("/secondFactorPolicy/rule")
                .asString())
        .isEqualTo("OFF");
    assertThat(signedIn(there, "clerk@east").data("{ units { name } }").get("units")).isNotEmpty();
  }

  @Test
  void anAdministratorFreesAColleagueWhoLostHisPhoneAndNeverHimself() {
    Client clerk = signedIn(here, "clerk@east");
    enrol(clerk, now);
    SoftPasskey key = register(clerk, "http://localhost:" + port);
    enrol(admin, now);
    JsonNode lost = TestAccounts.find(admin, here.loginOf("clerk@east"));
    JsonNode self = TestAccounts.find(admin, here.loginOf("admin"));
    assertThat(lost.get("hasSecondFactor").asBoolean()).isTrue();

    assertThat(refusal(reset(admin, self))).isEqualTo("SELF");
    assertThat(refusal(reset(signedIn(districts.fresh(), "admin"), lost))).isEqualTo("NOT_FOUND");
    assertThat(refusal(reset(admin, lost))).isEmpty();

    assertThat(isNobody(clerk)).isTrue();
    assertThat(bring(stranger(), key).statusCode()).isEqualTo(401);
    assertThat(anonymous().trySignIn(here.loginOf("clerk@east"), PASSWORD).statusCode())
        .isEqualTo(204);
    assertThat(clerk.trySignIn(here.loginOf("clerk@east"), PASSWORD).statusCode()).isEqualTo(204);
    assertThat(isNobody(clerk)).as("in the browser whose session was ended").isFalse();
    JsonNode after = TestAccounts.find(admin, here.loginOf("clerk@east"));
    assertThat(refusal(reset(admin, after))).isEqualTo("NO_SECOND_FACTOR");
  }

  private static JsonNode reset(Client who, JsonNode account) {
    return act(
        who,
        "accountSecondFactorReset",
        "id",
        account.get("id").asString(),
        "expectedVersion",
        account.get("version").asInt());
  }
}
