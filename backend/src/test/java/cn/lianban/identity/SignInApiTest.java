package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInApiTest extends ApiTestBase {
  private static final String WHO = "{ viewer { loginName } }";
  private static final String BAD = "{\"code\":\"BAD_CREDENTIALS\"}";
  @Autowired private DSLContext sql;
  @Autowired private TenantScope scope;

  @Test
  void theRightPasswordOpensASessionAndIsRemembered() {
    TestDistrict here = districts.fresh();
    now.freeze(Instant.parse("2027-03-01T01:00:00Z"));

    Client clerk = signedIn(here, "clerk@east");

    assertThat(clerk.data(WHO).at("/viewer/loginName").asString())
        .isEqualTo(here.loginOf("clerk@east"));
    assertThat(lastSignIn(here, "clerk@east")).isEqualTo(now.instant());
  }

  @Test
  void wrongUnknownAndDisabledLookAlike() {
    TestDistrict here = districts.fresh();
    disable(here, "clerk@west");
    Client guest = stranger();

    var wrong = guest.trySignIn(here.loginOf("clerk@east"), "Wrong-horse-7");
    var unknown = guest.trySignIn("nobody." + here.code(), PASSWORD);
    var disabled = guest.trySignIn(here.loginOf("clerk@west"), PASSWORD);
    var strange = guest.trySignIn("nul\0" + "x".repeat(5000), PASSWORD);

    assertThat(List.of(wrong, unknown, disabled, strange))
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(401);
              assertThat(answer.body()).isEqualTo(BAD);
            });
    assertThat(guest.data(WHO).get("viewer").isNull()).isTrue();
  }

  @Test
  void theFifthWrongPasswordBlocksTheAccountForAMinuteAndTheNextForTwo() {
    String login = districts.fresh().loginOf("clerk@east");
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    now.freeze(start);
    for (int i = 0; i < 5; i++) {
      assertThat(stranger().trySignIn(login, "Wrong-horse-7").statusCode()).isEqualTo(401);
    }

    assertThrottled(login, 60);
    now.freeze(start.plusSeconds(59));
    assertThrottled(login, 1);
    now.freeze(start.plusSeconds(60));
    assertThat(stranger().trySignIn(login, "Wrong-horse-7").statusCode()).isEqualTo(401);
    assertThrottled(login, 120);
    now.freeze(start.plusSeconds(181));
    assertThat(stranger().trySignIn(login, PASSWORD).statusCode()).isEqualTo(204);
    assertThat(stranger().trySignIn(login, "Wrong-horse-7").statusCode()).isEqualTo(401);
  }

  private void assertThrottled(String login, int seconds) {
    var answer = stranger().trySignIn(login, PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body())
        .isEqualTo("{\"code\":\"THROTTLED\",\"retryAfterSeconds\":" + seconds + "}");
  }

  @Test
  void aMadeUpNameIsThrottledAsARealOne() {
    String login = "nobody." + districts.fresh().code();
    now.freeze(Instant.parse("2027-03-01T01:00:00Z"));
    for (int i = 0; i < 5; i++) {
      assertThat(stranger().trySignIn(login, "Wrong-horse-7").statusCode()).isEqualTo(401);
    }

    assertThrottled(login, 60);
  }

  @Test
  void parallelGuessesGetNoMoreTriesThanOneAfterAnother() {
    String login = districts.fresh().loginOf("clerk@east");
    List<Integer> answers =
        AtOneMoment.all(20, () -> stranger().trySignIn(login, "Wrong-horse-7").statusCode());

    assertThat(answers).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
  }

  @Test
  void thirtyFailuresBlockTheAddressWhateverItForwardsAndOnlyThatAddress() {
    TestDistrict here = districts.fresh();
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    now.freeze(start);
    Client attacker = stranger();
    for (int i = 0; i < 30; i++) {
      var answer =
          attacker.trySignIn(
              "guess" + i + "." + here.code(), PASSWORD, "X-Forwarded-For", "10.9.8." + i);
      assertThat(answer.statusCode()).isEqualTo(401);
    }

    String login = here.loginOf("clerk@east");
    var forged =
        attacker.trySignIn(
            login, PASSWORD, "X-Forwarded-For", "10.1.1.1", "Forwarded", "for=10.1.1.2");
    assertThat(forged.statusCode()).isEqualTo(429);
    assertThat(forged.body()).contains("\"retryAfterSeconds\":600");
    assertThat(stranger().trySignIn(login, PASSWORD).statusCode()).isEqualTo(204);
    now.freeze(start.plus(Duration.ofMinutes(10)));
    assertThat(attacker.trySignIn(login, PASSWORD).statusCode()).isEqualTo(204);
  }

  @Test
  void aPlantedSessionIsNotTheOneThatIsOpened() {
    TestDistrict here = districts.fresh();
    Client victim = anonymous();
    victim.signIn(here.loginOf("clerk@west"), PASSWORD);
    String planted = victim.cookie("lianban");
    victim.signIn(here.loginOf("clerk@east"), PASSWORD);
    Client attacker = anonymous();
    attacker.plantCookie("lianban", planted);

    assertThat(victim.cookie("lianban")).isNotEqualTo(planted);
    assertThat(attacker.data(WHO).get("viewer").isNull()).isTrue();
  }

  @Test
  void anInventedSessionIdIsNotTaken() {
    TestDistrict here = districts.fresh();
    String invented = "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw";
    Client victim = anonymous();
    victim.plantCookie("lianban", invented);
    victim.signIn(here.loginOf("clerk@east"), PASSWORD);
    Client attacker = anonymous();
    attacker.plantCookie("lianban", invented);

    assertThat(attacker.data(WHO).get("viewer").isNull()).isTrue();
  }

  @Test
  void signingOutEndsTheSession() {
    Client clerk = signedIn(districts.fresh(), "clerk@east");
    String session = clerk.cookie("lianban");

    assertThat(clerk.post("/sign-out", "text/plain", "").statusCode()).isEqualTo(204);

    Client thief = anonymous();
    thief.plantCookie("lianban", session);
    assertThat(thief.data(WHO).get("viewer").isNull()).isTrue();
  }

  @Test
  void anAccountDisabledByAnyMeansDiesOnTheNextRequest() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    assertThat(clerk.data("{ units { name } }").get("units")).isNotEmpty();

    disable(here, "clerk@east");

    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
  }

  private void disable(TestDistrict here, String person) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () ->
                    sql.update(ACCOUNT)
                        .set(ACCOUNT.DISABLED_AT, now.instant())
                        .where(ACCOUNT.DISTRICT_ID.eq(here.id()))
                        .and(ACCOUNT.LOGIN_NAME.eq(here.loginOf(person)))
                        .execute()));
  }

  private Instant lastSignIn(TestDistrict here, String person) {
    return districts.in(
        here.id(),
        () ->
            sql.select(ACCOUNT.LAST_SIGN_IN_AT)
                .from(ACCOUNT)
                .where(ACCOUNT.DISTRICT_ID.eq(here.id()))
                .and(ACCOUNT.LOGIN_NAME.eq(here.loginOf(person)))
                .fetchSingle()
                .value1());
  }
}
