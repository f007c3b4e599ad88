package cn.lianban.partners;

import static cn.lianban.partners.ApplicationStory.BACK;
import static cn.lianban.partners.ApplicationStory.authorize;
import static cn.lianban.partners.ApplicationStory.back;
import static cn.lianban.partners.ApplicationStory.json;
import static cn.lianban.partners.ApplicationStory.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Misuses of sign-in at applications, each beside the good request that differs in one point. */
class ApplicationMisuseApiTest extends ApiTestBase {
  private Client admin;
  private Client clerk;
  private ApplicationStory office;

  @BeforeEach
  void anApplicationOfTheDistrict() {
    TestDistrict here = districts.fresh();
    admin = signedIn(here, "admin");
    clerk = signedIn(here, "clerk@east");
    office = ApplicationStory.registered(admin, anonymous());
  }

  private record Misuse(String what, Supplier<String> wrong, String refusal) {}

  @Test
  void whatIsMisusedIsRefused() {
    TestDistrict there = districts.fresh();
    Client neighbour = signedIn(there, "clerk@east");
    ApplicationStory other = ApplicationStory.registered(admin, anonymous());
    List<Misuse> all = new ArrayList<>();
    all.add(asked("no PKCE", "invalid_request", "code_challenge", null));
    all.add(asked("plain PKCE", "invalid_request", "code_challenge_method", "plain"));
    all.add(asked("no method", "invalid_request", "code_challenge_method", null));
    all.add(asked("another address", "400", "redirect_uri", "https://oa.example/other"));
    all.add(asked("an address with more", "400", "redirect_uri", BACK + "&x=1"));
    all.add(asked("no address", "400", "redirect_uri", null));
    all.add(asked("another scope", "invalid_scope", "scope", "openid case.read"));
    all.add(asked("an unknown client", "400", "client_id", "a-nobody-12345"));
    all.add(asked("implicit", "400", "response_type", "token"));
    all.add(
        new Misuse(
            "another district's",
            () -> error(authorize(neighbour, office.asking())),
            "access_denied"));
    all.add(redeemed("no verifier", "invalid_grant", "code_verifier", null));
    all.add(redeemed("another verifier", "invalid_grant", "code_verifier", "b".repeat(50)));
    all.add(
        redeemed("another address then", "invalid_grant", "redirect_uri", "https://oa.example/"));
    all.add(redeemed("a forged code", "invalid_grant", "code", "x".repeat(128)));
    all.add(
        new Misuse(
            "another's code", () -> outcome(other.redeem(office.code(clerk))), "invalid_grant"));
    all.add(
        new Misuse(
            "another's refresh", () -> outcome(other.refresh(refreshed())), "invalid_grant"));
    all.add(
        new Misuse(
            "client credentials",
            () -> outcome(office.token(Map.of("grant_type", "client_credentials"))),
            "unauthorized_client"));
    all.add(
        new Misuse(
            "a wrong secret", () -> outcome(wrong().redeem(office.code(clerk))), "invalid_client"));
    all.add(
        new Misuse(
            "a token at GraphQL", () -> graphql(json(office.redeem(office.code(clerk)))), "401"));
    all.add(new Misuse("a changed token", () -> "" + info(refreshed() + "x"), "401"));

    for (Misuse one : all) {
      assertThat(outcome(office.redeem(office.code(clerk))))
          .as("beside: " + one.what())
          .isEqualTo("ok");
      assertThat(one.wrong().get()).as(one.what()).isEqualTo(one.refusal());
    }
    assertThat(office.disable(signedIn(there, "admin"))).isEqualTo("NOT_FOUND");
  }

  private Misuse asked(String what, String refusal, String... changes) {
    return new Misuse(what, () -> error(authorize(clerk, office.asking(changes))), refusal);
  }

  private Misuse redeemed(String what, String refusal, String... changes) {
    return new Misuse(what, () -> outcome(office.redeem(office.code(clerk), changes)), refusal);
  }

  /** The error that the application is told, or the status when it is told nothing. */
  private static String error(HttpResponse<String> answer) {
    return back(answer).getOrDefault("error", "" + answer.statusCode());
  }

  private ApplicationStory wrong() {
    return new ApplicationStory(anonymous(), office.clientId(), "wrong", 0);
  }

  private String refreshed() {
    return json(office.redeem(office.code(clerk))).get("refresh_token").asString();
  }

  private String graphql(JsonNode tokens) {
    String bearer = "Bearer " + tokens.get("access_token").asString();
    return ""
        + anonymous()
            .post(
                "/graphql",
                "application/json",
                "{\"query\":\"{ units { name } }\"}",
                "Authorization",
                bearer)
            .statusCode();
  }

  private int info(String access) {
    return anonymous().get("/userinfo", "Authorization", "Bearer " + access).statusCode();
  }
}
