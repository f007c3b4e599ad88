package cn.lianban.partners;

import static cn.lianban.partners.PartnerStory.error;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.TestDistricts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each refusal beside what is let in. */
class PartnerMisuseApiTest extends PartnerWorld {
  @Test
  void theTokenEndpointRefusesWhatIsNotItsClients() {
    String[] right = {"grant_type", "client_credentials", "scope", "case.read"};
    assertThat(partner.askToken(partner.clientId, partner.secret, right).statusCode())
        .isEqualTo(200);
    PartnerStory other = PartnerStory.registered(port, admin, operator, here, "CASE_READ");

    assertThat(partner.askToken(partner.clientId, "wrong", right).statusCode()).isEqualTo(401);
    assertThat(partner.askToken(partner.clientId, other.secret, right).statusCode())
        .as("another client's secret")
        .isEqualTo(401);
    assertThat(partner.askToken("p-nobody-1234", partner.secret, right).statusCode())
        .isEqualTo(401);
    assertThat(
            other
                .askToken(
                    other.clientId,
                    other.secret,
                    "grant_type",
                    "client_credentials",
                    "scope",
                    "case.submit")
                .body())
        .as("a scope that was not granted")
        .contains("invalid_scope");
    for (String grant : List.of("password", "authorization_code", "refresh_token", "nonsense")) {
      assertThat(
              partner
                  .askToken(
                      partner.clientId,
                      partner.secret,
                      "grant_type",
                      grant,
                      "username",
                      here.loginOf("admin"),
                      "password",
                      TestDistricts.PASSWORD,
                      "code",
                      "x",
                      "refresh_token",
                      "x")
                  .statusCode())
          .as(grant)
          .isEqualTo(400);
    }
    assertThat(
            partner
                .post(
                    "/oauth2/token?client_id="
                        + partner.clientId
                        + "&client_secret="
                        + partner.secret
                        + "&grant_type=client_credentials",
                    "")
                .statusCode())
        .as("a secret in the address")
        .isNotEqualTo(200);
    assertThat(
            anonymous()
                .get(
                    "/oauth2/token?grant_type=client_credentials&client_id="
                        + partner.clientId
                        + "&client_secret="
                        + partner.secret)
                .body())
        .doesNotContain("access_token");
  }

  @Test
  void aTokenThatIsForgedChangedExpiredOrRevokedOpensNothing() {
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    now.freeze(start);
    String token = partner.token();
    Map<String, Object> no = Map.of("no", "A-1");
    String last = token.endsWith("A") ? "B" : "A";
    assertThat(partner.send(token, READ, no).statusCode()).isEqualTo(200);

    assertThat(partner.send("forged-token", READ, no).statusCode()).isEqualTo(401);
    assertThat(partner.send(token.substring(0, token.length() - 1) + last, READ, no).statusCode())
        .isEqualTo(401);
    now.freeze(start.plusSeconds(1799));
    assertThat(partner.send(token, READ, no).statusCode()).isEqualTo(200);
    now.freeze(start.plusSeconds(1800));
    assertThat(partner.send(token, READ, no).statusCode()).isEqualTo(401);

    String second = partner.token();
    PartnerStory other = PartnerStory.registered(port, admin, operator, here, "CASE_READ");
    assertThat(other.revoke(other.clientId, other.secret, second))
        .as("another client's token")
        .isNotEqualTo(200);
    assertThat(partner.send(second, READ, no).statusCode()).isEqualTo(200);
    assertThat(partner.revoke(partner.clientId, "wrong", second)).isEqualTo(401);
    assertThat(partner.revoke(partner.clientId, partner.secret, second)).isEqualTo(200);
    assertThat(partner.send(second, READ, no).statusCode()).isEqualTo(401);
  }

  @Test
  void aScopeThatTheTokenHasNotOpensNothingEvenWhereTheClientHasIt() {
    String reading = partner.token("case.read");

    assertThat(error(partner.send(reading, SUBMIT, submission("A-9")))).isEqualTo("FORBIDDEN");
    assertThat(casesOf("A-9")).isZero();
    assertThat(read(reading, "A-9").isNull()).isTrue();
    assertThat(error(partner.send(partner.token("case.submit"), READ, Map.of("no", "A-9"))))
        .isEqualTo("FORBIDDEN");
    assertThat(error(partner.send(partner.token(), UNITS, Map.of())))
        .as("what is not for partners, though registered")
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void onlyItsOwnRegisteredDocumentsAreServed() {
    String token = partner.token();
    String bearer = "Bearer " + token;
    PartnerStory other = PartnerStory.registered(port, admin, operator, here, "CASE_READ");
    String own = "query($no: String!) { caseByForeignNo(foreignNo: $no) { id } }";
    String theirs = PartnerStory.documents(operator, other.clientId, own).getFirst();

    assertThat(
            error(
                partner.send(
                    "/graphql",
                    Map.of("query", PartnerStory.READ, "variables", Map.of("no", "A-1")),
                    "Authorization",
                    bearer)))
        .as("ad hoc, though registered by hash")
        .isEqualTo("BAD_REQUEST");
    partner.hashes = List.of(theirs);
    assertThat(error(partner.send(token, 0, Map.of("no", "A-1")))).isEqualTo("BAD_REQUEST");
    other.hashes = List.of(theirs);
    assertThat(error(other.send(other.token("case.read"), 0, Map.of("no", "A-1")))).isEmpty();
  }

  @Test
  void aTokenBesideACookieInTheAddressInABodyOrAtAnotherDoorIsNotTaken() {
    String token = partner.token();
    Map<String, Object> body =
        Map.of(
            "variables",
            Map.of("no", "A-1"),
            "extensions",
            Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", partner.hashes.get(READ))));
    String bearer = "Bearer " + token;
    assertThat(partner.send("/graphql", body, "Authorization", bearer).statusCode()).isEqualTo(200);

    assertThat(
            partner
                .send("/graphql", body, "Authorization", bearer, "Cookie", admin.cookieHeader())
                .statusCode())
        .as("a token and a session")
        .isEqualTo(400);
    assertThat(partner.send("/graphql?access_token=" + token, body).statusCode())
        .as("in the address")
        .isEqualTo(403);
    assertThat(partner.post("/graphql", "access_token=" + token).statusCode())
        .as("in a form")
        .isEqualTo(403);
    assertThat(
            partner
                .send(
                    "/graphql",
                    body,
                    "Authorization",
                    PartnerStory.basic(partner.clientId, partner.secret))
                .statusCode())
        .as("the secret instead of a token")
        .isEqualTo(403);
    assertThat(partner.send("/d/" + here.code() + "/graphql", body, "Authorization", bearer).body())
        .as("under a district's path the caller is a visitor")
        .doesNotContain("\"caseByForeignNo\"");
    assertThat(anonymous().trySignIn(partner.clientId, partner.secret).statusCode())
        .as("the secret is no password")
        .isEqualTo(401);
  }
}
