package cn.lianban.partners;

import static cn.lianban.partners.ApplicationStory.authorize;
import static cn.lianban.partners.ApplicationStory.back;
import static cn.lianban.partners.ApplicationStory.json;
import static cn.lianban.partners.ApplicationStory.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district's people sign in at its other applications. */
class ApplicationApiTest extends ApiTestBase {
  @Autowired private SigningKeys keys;
  private TestDistrict here;
  private Client admin;
  private Client clerk;
  private ApplicationStory office;

  @BeforeEach
  void anApplicationOfTheDistrict() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
    clerk = signedIn(here, "clerk@east");
    office = ApplicationStory.registered(admin, anonymous());
  }

  @Test
  void somebodySignedInHereIsSignedInThere() throws Exception {
    Map<String, String> answer = back(authorize(clerk, office.asking()));
    assertThat(answer).containsEntry("state", "s-1").containsEntry("from", "lianban");

    JsonNode tokens = json(office.redeem(answer.get("code")));

    JWTClaimsSet told = verified(tokens.get("id_token").asString());
    assertThat(told.getAudience()).containsExactly(office.clientId());
    assertThat(told.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(told.getStringClaim("district")).isEqualTo(here.code());
    assertThat(told.getStringListClaim("roles")).containsExactly("WINDOW_CLERK");
    assertThat(told.getStringClaim("unit")).isEqualTo("城东街道便民服务中心");
    assertThat(told.getIssuer()).isEqualTo(discovered().get("issuer").asString());
    JsonNode about = json(info(tokens.get("access_token").asString()));
    assertThat(about.get("sub").asString()).isEqualTo(told.getSubject());
    assertThat(about.get("name").asString()).isEqualTo(told.getStringClaim("name")).isNotBlank();
  }

  @Test
  void whoIsNotSignedInGoesByWayOfOurPageAndComesBack() {
    HttpResponse<String> sent = authorize(anonymous(), office.asking());

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .contains("/continue?to=%2Foauth2%2Fauthorize%3Fresponse_type%3Dcode");
    assertThat(back(authorize(anonymous(), office.asking("prompt", "none"))))
        .containsEntry("error", "login_required");
    assertThat(back(authorize(clerk, office.asking("prompt", "none")))).containsKey("code");
  }

  @Test
  void withoutTheProfileNobodyLearnsAName() throws Exception {
    JsonNode tokens = json(office.redeem(office.code(clerk, "scope", "openid")));
    JWTClaimsSet told = verified(tokens.get("id_token").asString());
    assertThat(told.getClaims()).doesNotContainKeys("name", "roles", "unit");
    assertThat(json(info(tokens.get("access_token").asString())).has("name")).isFalse();
  }

  @Test
  void aCodeIsWorthOneExchangeAlsoUnderManyAtOnce() throws Exception {
    String code = office.code(clerk);

    List<HttpResponse<String>> answers = AtOneMoment.all(8, () -> office.redeem(code));

    assertThat(answers).filteredOn(answer -> outcome(answer).equals("ok")).hasSize(1);
    String access =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .map(answer -> json(answer).get("access_token").asString())
            .findFirst()
            .orElseThrow();
    assertThat(info(access).statusCode()).as("used twice: the family is dead").isEqualTo(401);
  }

  @Test
  void aRefreshTokenIsExchangedAndOneThatComesAgainKillsTheFamily() {
    JsonNode first = json(office.redeem(office.code(clerk)));
    JsonNode second = json(office.refresh(first.get("refresh_token").asString()));
    assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
    assertThat(second.has("id_token")).isTrue();
    assertThat(info(first.get("access_token").asString()).statusCode()).isEqualTo(401);
    assertThat(info(second.get("access_token").asString()).statusCode()).isEqualTo(200);

    assertThat(outcome(office.refresh(first.get("refresh_token").asString())))
        .isEqualTo("invalid_grant");

    assertThat(info(second.get("access_token").asString()).statusCode()).isEqualTo(401);
    assertThat(outcome(office.refresh(second.get("refresh_token").asString())))
        .isEqualTo("invalid_grant");
  }

  @Test
  void signingOutHereEndsItThereAndSoDoesRevocation() {
    JsonNode tokens = json(office.redeem(office.code(clerk)));
    assertThat(office.revoke(tokens.get("refresh_token").asString())).isEqualTo(200);
    assertThat(info(tokens.get("access_token").asString()).statusCode()).isEqualTo(401);

    JsonNode others = json(office.redeem(office.code(clerk)));
    clerk.post("/sign-out", "application/x-www-form-urlencoded", "");
    assertThat(info(others.get("access_token").asString()).statusCode()).isEqualTo(401);
    assertThat(outcome(office.refresh(others.get("refresh_token").asString())))
        .isEqualTo("invalid_grant");
  }

  @Test
  void whatIsTooLateIsRefused() {
    String code = office.code(clerk);
    advance(ApplicationClients.CODE_LIFE.plusSeconds(1));
    assertThat(outcome(office.redeem(code))).isEqualTo("invalid_grant");

    JsonNode tokens = json(office.redeem(office.code(clerk)));
    advance(ApplicationClients.ACCESS_LIFE.plusSeconds(1));
    assertThat(info(tokens.get("access_token").asString()).statusCode()).isEqualTo(401);
    JsonNode next = json(office.refresh(tokens.get("refresh_token").asString()));
    assertThat(next.has("access_token")).isTrue();

    assertThat(office.disable(admin)).isEqualTo("ok");
    assertThat(info(next.get("access_token").asString()).statusCode()).isEqualTo(401);
    assertThat(outcome(office.refresh(next.get("refresh_token").asString())))
        .isEqualTo("invalid_client");
    assertThat(authorize(clerk, office.asking()).statusCode()).isEqualTo(400);
  }

  @Test
  void anAddressThatIsNotOverTlsIsRefusedAtItsField() {
    for (String address :
        List.of(
            "http://oa.example/",
            "https://oa.example/#x",
            "https://a:b@oa.example/",
            "oa.example",
            "javascript:alert(1)")) {
      JsonNode refused = ApplicationStory.register(admin, "办公系统", address);
      assertThat(refused.at("/userErrors/0/field").asString())
          .as(address)
          .isEqualTo("redirectUris");
    }
    assertThat(
            ApplicationStory.register(admin, "开发", "http://127.0.0.1:8099/back").get("userErrors"))
        .isEmpty();
  }

  @Test
  void keysAreRotatedUnderLoadAndWhatTheOldOneSignedStaysGood() throws Exception {
    String before = json(office.redeem(office.code(clerk))).get("id_token").asString();
    String old = SignedJWT.parse(before).getHeader().getKeyID();
    now.freeze(now.instant());

    List<String> meanwhile =
        AtOneMoment.all(
            6,
            () -> {
              String next = json(office.redeem(office.code(clerk))).get("id_token").asString();
              keys.rotate();
              return next;
            });

    for (String token : meanwhile) {
      assertThat(verified(token).getSubject()).isNotEmpty();
      assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(old);
    }
    advance(SigningKeys.PUBLISHED_FOR);
    String after = json(office.redeem(office.code(clerk))).get("id_token").asString();
    assertThat(SignedJWT.parse(after).getHeader().getKeyID()).isNotEqualTo(old);
    verified(after);
    verified(before);
    advance(SigningKeys.VERIFIES.plus(Duration.ofMinutes(1)));
    keys.rotate(); // reads anew
    assertThat(published().getKeyByKeyId(old)).isNull();
    assertThat(json(clerk.get("/oauth2/jwks")).toString()).doesNotContain("\"d\"");
  }

  private void advance(Duration by) {
    now.freeze(now.instant().plus(by));
  }

  private JWKSet published() throws ParseException {
    return JWKSet.parse(anonymous().get("/oauth2/jwks").body());
  }

  private JsonNode discovered() {
    return json(anonymous().get("/.well-known/openid-configuration"));
  }

  private JWTClaimsSet verified(String token) throws ParseException, JOSEException {
    SignedJWT signed = SignedJWT.parse(token);
    var key = published().getKeyByKeyId(signed.getHeader().getKeyID());
    assertThat(signed.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    return signed.getJWTClaimsSet();
  }

  private HttpResponse<String> info(String access) {
    return anonymous().get("/userinfo", "Authorization", "Bearer " + access);
  }
}
