package cn.lianban.identity;

import static cn.lianban.identity.SecondFactorStory.SECURITY;
import static cn.lianban.identity.SecondFactorStory.act;
import static cn.lianban.identity.SecondFactorStory.bring;
import static cn.lianban.identity.SecondFactorStory.half;
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

class PasskeyApiTest extends ApiTestBase {
  private static final String WRONG = "{\"code\":\"WRONG_PASSKEY\"}";
  private TestDistrict here;

  @BeforeEach
  void openADistrict() {
    here = districts.fresh();
  }

  private String origin() {
    return "http://localhost:" + port;
  }

  @Test
  void aPasskeySignsInWithoutNameAndPasswordAndTheDistrictFollowsFromIt() {
    Client clerk = signedIn(here, "clerk@east");
    SoftPasskey key = register(clerk, origin());
    Client browser = anonymous();

    assertThat(bring(browser, key).statusCode()).isEqualTo(204);

    assertThat(browser.data(SecondFactorStory.WHO).at("/viewer/loginName").asString())
        .isEqualTo(here.loginOf("clerk@east"));
    JsonNode kept = browser.data(SECURITY).at("/viewer/security/passkeys/0");
    assertThat(kept.get("name").asString()).isEqualTo("办公室电脑");
    assertThat(kept.get("lastUsedAt").isNull()).isFalse();
  }

  @Test
  void thePasswordIsNotEnoughAnyMoreAndThePasskeyIsItsSecondStep() {
    SoftPasskey key = register(signedIn(here, "clerk@east"), origin());
    Client browser = half(anonymous(), here, "clerk@east");

    assertThat(isNobody(browser)).isTrue();
    assertThat(bring(browser, key).statusCode()).isEqualTo(204);
    assertThat(isNobody(browser)).isFalse();
  }

  @Test
  void aPasskeyOfAnotherDistrictsAccountIsNoSecondStepHere() {
    TestDistrict there = districts.fresh();
    SoftPasskey theirs = register(signedIn(there, "clerk@east"), origin());
    SoftPasskey ours = register(signedIn(here, "clerk@east"), origin());
    Client browser = half(stranger(), here, "clerk@east");

    var refused = bring(browser, theirs);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo(WRONG);
    assertThat(isNobody(browser)).isTrue();
    assertThat(bring(browser, ours).statusCode()).isEqualTo(204);
  }

  @Test
  void aDisabledAccountsPasskeyOpensNothing() {
    SoftPasskey key = register(signedIn(here, "clerk@east"), origin());
    TestAccounts.disable(signedIn(here, "admin"), here.loginOf("clerk@east"));
    Client browser = stranger();

    assertThat(bring(browser, key).body()).isEqualTo(WRONG);
    assertThat(isNobody(browser)).isTrue();
  }

  @Test
  void aCounterThatGoesBackIsACopyAndNeitherIsTakenAnyMore() {
    Client clerk = signedIn(here, "clerk@east");
    SoftPasskey key = register(clerk, origin());
    key.counter = 50;
    assertThat(bring(anonymous(), key).statusCode()).isEqualTo(204);

    key.counter = 20;
    assertThat(bring(stranger(), key).body()).isEqualTo(WRONG);
    key.counter = 60;
    assertThat(bring(stranger(), key).body()).isEqualTo(WRONG);

    assertThat(clerk.data(SECURITY).at("/viewer/security/passkeys/0/clonedAt").isNull()).isFalse();
    assertThat(
            districts.in(
                here.id(),
                () ->
                    sql.fetchCount(
                        cn.lianban.db.audit.Tables.ENTRY,
                        cn.lianban.db.audit.Tables.ENTRY.DISTRICT_ID.eq(here.id()),
                        cn.lianban.db.audit.Tables.ENTRY.ACTION.eq("account.passkey-cloned"))))
        .isEqualTo(1);
  }

  @Test
  void aDeviceWithoutACounterAlwaysSaysZero() {
    SoftPasskey key = new SoftPasskey(origin());
    key.counter = 0;
    Client clerk = signedIn(here, "clerk@east");
    String options = act(clerk, "passkeyBegin").get("options").asString();
    String made = key.create(options);
    key.counter = 0;
    assertThat(refusal(act(clerk, "passkeyRegister", "name", "手机", "credential", made))).isEmpty();

    assertThat(bring(anonymous(), key).statusCode()).isEqualTo(204);
    key.counter = 0;
    assertThat(bring(anonymous(), key).statusCode()).isEqualTo(204);
  }

  @Test
  void aChallengeIsAnsweredOnceAndInItsOwnSessionOnly() {
    SoftPasskey key = register(signedIn(here, "clerk@east"), origin());
    Client browser = stranger();
    browser.data(SecondFactorStory.WHO);
    String options = browser.post("/sign-in/passkey/options", "application/json", "").body();
    String answer = key.get(options);
    Client thief = stranger();
    thief.data(SecondFactorStory.WHO);
    thief.post("/sign-in/passkey/options", "application/json", "");

    assertThat(thief.post("/sign-in/passkey", "application/json", answer).body()).isEqualTo(WRONG);
    assertThat(browser.post("/sign-in/passkey", "application/json", answer).statusCode())
        .isEqualTo(204);
    browser.data(SecondFactorStory.WHO); // the CSRF cookie changed with the session
    assertThat(browser.post("/sign-in/passkey", "application/json", answer).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSignatureForAnotherSiteAndOneWithoutTheOwnersFingerAreRefused() {
    Client clerk = signedIn(here, "clerk@east");
    SoftPasskey key = register(clerk, origin());
    SoftPasskey phished = new SoftPasskey("https://lianban.example.net");
    String options = act(clerk, "passkeyBegin").get("options").asString();
    assertThat(
            refusal(
                act(clerk, "passkeyRegister", "name", "x", "credential", phished.create(options))))
        .isEqualTo("WRONG_PASSKEY");

    key.verifiesItsOwner = false;
    assertThat(bring(stranger(), key).body()).isEqualTo(WRONG);
    key.verifiesItsOwner = true;
    assertThat(bring(stranger(), key).statusCode()).isEqualTo(204);
  }

  @Test
  void nobodyTouchesAColleaguesPasskeyAndARemovedOneOpensNothing() {
    Client clerk = signedIn(here, "clerk@east");
    SoftPasskey key = register(clerk, origin());
    String id = clerk.data(SECURITY).at("/viewer/security/passkeys/0/id").asString();
    for (Client other :
        List.of(signedIn(here, "admin"), signedIn(districts.fresh(), "clerk@east"))) {
      assertThat(refusal(act(other, "passkeyRename", "id", id, "name", "x")))
          .isEqualTo("NOT_FOUND");
      assertThat(refusal(act(other, "passkeyRemove", "id", id))).isEqualTo("NOT_FOUND");
    }

    assertThat(refusal(act(clerk, "passkeyRename", "id", id, "name", "家里的"))).isEmpty();
    assertThat(clerk.data(SECURITY).at("/viewer/security/passkeys/0/name").asString())
        .isEqualTo("家里的");
    assertThat(refusal(act(clerk, "passkeyRemove", "id", id))).isEmpty();
    assertThat(bring(stranger(), key).body()).isEqualTo(WRONG);
    assertThat(anonymous().trySignIn(here.loginOf("clerk@east"), PASSWORD).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aPasskeyThatSomebodyHasRegisteredIsNotRegisteredAgain() {
    SoftPasskey key = register(signedIn(here, "clerk@east"), origin());
    Client other = signedIn(districts.fresh(), "clerk@east");
    String options = act(other, "passkeyBegin").get("options").asString();

    assertThat(
            refusal(act(other, "passkeyRegister", "name", "x", "credential", key.create(options))))
        .isEqualTo("KNOWN");
    assertThat(other.data(SECURITY).at("/viewer/security/passkeys")).isEmpty();
  }
}
