package cn.lianban.identity;

import static cn.lianban.identity.SecondFactorStory.SECURITY;
import static cn.lianban.identity.SecondFactorStory.act;
import static cn.lianban.identity.SecondFactorStory.code;
import static cn.lianban.identity.SecondFactorStory.enrol;
import static cn.lianban.identity.SecondFactorStory.half;
import static cn.lianban.identity.SecondFactorStory.isNobody;
import static cn.lianban.identity.SecondFactorStory.refusal;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TotpApiTest extends ApiTestBase {
  private static final Instant START = Instant.parse("2027-03-01T01:00:10Z");
  private TestDistrict here;

  @BeforeEach
  void stillTime() {
    now.freeze(START);
    here = districts.fresh();
  }

  @Test
  void afterEnrolmentThePasswordAloneOpensNothingAndTheCodeOpensTheSession() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(60));
    Client clerk = half(anonymous(), here, "clerk@east");

    assertThat(isNobody(clerk)).isTrue();
    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
    assertThat(code(clerk, phone.code(now, 0)).statusCode()).isEqualTo(204);
    assertThat(isNobody(clerk)).isFalse();
    assertThat(clerk.data("{ units { name } }").get("units")).isNotEmpty();
  }

  @Test
  void theSessionOfTheSecondStepHasAnotherIdThanThatOfTheFirst() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(60));
    Client clerk = half(anonymous(), here, "clerk@east");
    Client thief = anonymous();
    thief.plantCookie("lianban", clerk.cookie("lianban"));

    assertThat(code(clerk, phone.code(now, 0)).statusCode()).isEqualTo(204);

    assertThat(isNobody(clerk)).isFalse();
    assertThat(isNobody(thief)).isTrue();
  }

  @Test
  void aCodeIsTakenOnceEvenByTwoAtTheSameTime() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    assertThat(code(half(anonymous(), here, "clerk@east"), phone.code(now, 0)).body())
        .as("the code of the enrolment")
        .isEqualTo("{\"code\":\"WRONG_CODE\"}");
    now.freeze(START.plusSeconds(60));
    Client one = half(stranger(), here, "clerk@east");
    Client two = half(stranger(), here, "clerk@east");

    List<Integer> statuses =
        AtOneMoment.all(
            List.of(
                () -> code(one, phone.code(now, 0)).statusCode(),
                () -> code(two, phone.code(now, 0)).statusCode()));

    assertThat(statuses).containsExactlyInAnyOrder(204, 401);
  }

  @Test
  void aPhoneThatIsOneStepOffIsTakenAndOneThatIsTwoIsNot() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(300));

    assertThat(code(half(stranger(), here, "clerk@east"), phone.code(now, -2)).statusCode())
        .isEqualTo(401);
    assertThat(code(half(stranger(), here, "clerk@east"), phone.code(now, 2)).statusCode())
        .isEqualTo(401);
    assertThat(code(half(stranger(), here, "clerk@east"), phone.code(now, -1)).statusCode())
        .isEqualTo(204);
    assertThat(code(half(stranger(), here, "clerk@east"), phone.code(now, 1)).statusCode())
        .isEqualTo(204);
  }

  @Test
  void theFifthWrongCodeBlocksTheRightOneToo() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(60));
    for (int i = 0; i < 5; i++) {
      assertThat(code(half(stranger(), here, "clerk@east"), "000000").statusCode()).isEqualTo(401);
    }

    var blocked = code(half(stranger(), here, "clerk@east"), phone.code(now, 0));
    assertThat(blocked.statusCode()).isEqualTo(429);
    assertThat(blocked.body()).contains("\"code\":\"THROTTLED\"");
    now.freeze(START.plusSeconds(121));
    assertThat(code(half(stranger(), here, "clerk@east"), phone.code(now, 0)).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aRecoveryCodeWorksOnceAndNewOnesVoidTheOld() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    assertThat(phone.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    String written = phone.recoveryCodes().get(3).toUpperCase(java.util.Locale.ROOT);
    Client clerk = half(anonymous(), here, "clerk@east");

    assertThat(code(clerk, written).statusCode()).isEqualTo(204);
    assertThat(code(half(stranger(), here, "clerk@east"), written).statusCode()).isEqualTo(401);
    assertThat(clerk.data(SECURITY).at("/viewer/security/recoveryCodesLeft").asInt()).isEqualTo(9);

    JsonNode renewed = act(clerk, "recoveryCodesRenew");
    assertThat(renewed.get("recoveryCodes")).hasSize(10);
    assertThat(
            code(half(stranger(), here, "clerk@east"), phone.recoveryCodes().get(5)).statusCode())
        .isEqualTo(401);
    assertThat(
            code(half(stranger(), here, "clerk@east"), renewed.at("/recoveryCodes/0").asString())
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void aFirstStepIsForgottenAfterFiveMinutesAndOnceTheAccountIsDisabled() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(60));
    Client slow = half(stranger(), here, "clerk@east");
    now.freeze(START.plusSeconds(361));
    assertThat(code(slow, phone.code(now, 0)).body()).isEqualTo("{\"code\":\"SIGN_IN_AGAIN\"}");

    Client quick = half(stranger(), here, "clerk@east");
    TestAccounts.disable(signedIn(here, "admin"), here.loginOf("clerk@east"));
    assertThat(code(quick, phone.code(now, 0)).statusCode()).isEqualTo(401);
    assertThat(isNobody(quick)).isTrue();
  }

  @Test
  void withoutAFirstStepNoCodeIsTaken() {
    var phone = enrol(signedIn(here, "clerk@east"), now);
    now.freeze(START.plusSeconds(60));
    Client guest = stranger();
    guest.data(SecondFactorStory.WHO);

    var answer = code(guest, phone.code(now, 0));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"code\":\"SIGN_IN_AGAIN\"}");
  }

  @Test
  void enrolmentEndsTheOtherSessionsAndAWrongCodeEnrolsNothing() {
    Client other = signedIn(here, "clerk@east");
    Client clerk = signedIn(here, "clerk@east");
    assertThat(refusal(act(clerk, "totpConfirm", "code", "123456"))).isEqualTo("NOT_BEGUN");
    act(clerk, "totpBegin");
    assertThat(refusal(act(clerk, "totpConfirm", "code", "12345x"))).isEqualTo("WRONG_CODE");
    assertThat(clerk.data(SECURITY).at("/viewer/security/totpSince").isNull()).isTrue();
    assertThat(isNobody(other)).isFalse();

    enrol(clerk, now);

    assertThat(isNobody(other)).isTrue();
    assertThat(isNobody(clerk)).isFalse();
    assertThat(clerk.data(SECURITY).at("/viewer/security/totpSince").isNull()).isFalse();
  }

  @Test
  void anUnlockedScreenIsNotEnoughToTakeAnAccountOver() {
    Client clerk = signedIn(here, "clerk@east");
    now.freeze(START.plusSeconds(601));

    assertThat(refusal(act(clerk, "totpBegin"))).isEqualTo("CONFIRM_FIRST");
    assertThat(refusal(act(clerk, "passkeyBegin"))).isEqualTo("CONFIRM_FIRST");
    assertThat(refusal(act(clerk, "identityConfirm", "password", "Wrong-horse-7")))
        .isEqualTo("WRONG_PASSWORD");
    assertThat(refusal(act(clerk, "identityConfirm", "password", PASSWORD))).isEmpty();
    assertThat(refusal(act(clerk, "totpBegin"))).isEmpty();
  }

  @Test
  void removedItOwesNoSecondStep() {
    Client clerk = signedIn(here, "clerk@east");
    enrol(clerk, now);

    assertThat(refusal(act(clerk, "totpRemove"))).isEmpty();

    assertThat(clerk.data(SECURITY).at("/viewer/security/recoveryCodesLeft").asInt()).isZero();
    assertThat(anonymous().trySignIn(here.loginOf("clerk@east"), PASSWORD).statusCode())
        .isEqualTo(204);
  }
}
