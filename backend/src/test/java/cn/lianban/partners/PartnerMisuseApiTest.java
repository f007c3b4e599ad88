package cn.lianban.partners;

import static cn.lianban.partners.PartnerStory.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every misuse in one table, each beside the thing that is let in and differs in one point. */
class PartnerMisuseApiTest extends PartnerWorld {
  private static final String[] FORM = {"grant_type", "client_credentials", "scope", "case.read"};
  private static final Map<String, Object> NO = Map.of("no", "A-1");
  private final List<Misuse> all = new ArrayList<>();
  private PartnerStory other;
  private PartnerStory foreign;
  private String token;

  /**
   * @param refusal how the wrong one's answer begins: an HTTP status, or a code of the API
   */
  private record Misuse(
      String what, Supplier<String> right, Supplier<String> wrong, String refusal) {}

  @Test
  void whatIsMisusedIsRefusedBesideWhatIsLetIn() {
    other = PartnerStory.registered(port, admin, operator, here, "CASE_READ");
    TestDistrict there = districts.fresh();
    foreign =
        PartnerStory.registered(
            port, signedIn(there, "admin"), operator, there, "CASE_SUBMIT", "CASE_READ");
    token = partner.token();
    submit(token, submission("A-1"));
    atTheTokenEndpoint();
    byGrant();
    withTokens();
    atRevocation();
    beyondItsScopesAndDocuments();
    byAnotherWay();
    fromElsewhere();
    tooLate();

    assertThat(all).extracting(Misuse::what).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    for (Misuse one : all) {
      assertThat(one.right().get()).as("beside: " + one.what()).isEqualTo("ok");
      assertThat(one.wrong().get()).as(one.what()).startsWith(one.refusal());
    }
    assertThat(casesOf("A-9")).isZero();
  }

  private void refused(
      String what, Supplier<String> right, Supplier<String> wrong, String refusal) {
    all.add(new Misuse(what, right, wrong, refusal));
  }

  private String asks(PartnerStory who, String id, String secret, String... form) {
    return outcome(who.askToken(id, secret, form));
  }

  private String asksRightly() {
    return asks(partner, partner.clientId, partner.secret, FORM);
  }

  private String reads(String with) {
    return outcome(partner.send(with, READ, NO));
  }

  private void atTheTokenEndpoint() {
    Supplier<String> right = this::asksRightly;
    String id = partner.clientId;
    refused("a wrong secret", right, () -> asks(partner, id, "wrong", FORM), "401");
    refused("no secret", right, () -> asks(partner, id, "", FORM), "400");
    refused("another's secret", right, () -> asks(partner, id, other.secret, FORM), "401");
    refused(
        "an unknown client", right, () -> asks(partner, "p-nobody-1", partner.secret, FORM), "401");
    refused(
        "a scope that was not granted",
        () -> asks(other, other.clientId, other.secret, FORM),
        () -> asks(other, other.clientId, other.secret, FORM[0], FORM[1], FORM[2], "case.submit"),
        "400 invalid_scope");
    String address =
        "/oauth2/token?client_id=" + id + "&client_secret=" + partner.secret + "&grant_type=";
    refused(
        "a secret in the address", right, () -> outcome(partner.post(address + FORM[1], "")), "4");
    refused("GET", right, () -> outcome(anonymous().get(address + FORM[1])), "4");
  }

  private void byGrant() {
    for (String grant : List.of("password", "authorization_code", "refresh_token", "nonsense")) {
      String[] form = {
        "grant_type",
        grant,
        "username",
        here.loginOf("admin"),
        "password",
        TestDistricts.PASSWORD,
        "code",
        "x",
        "refresh_token",
        "x"
      };
      refused(
          "the grant " + grant,
          this::asksRightly,
          () -> asks(partner, partner.clientId, partner.secret, form),
          "400");
    }
  }

  private void withTokens() {
    Supplier<String> right = () -> reads(token);
    String last = token.endsWith("A") ? "B" : "A";
    String changed = token.substring(0, token.length() - 1) + last;
    refused("a forged token", right, () -> reads("forged-token"), "401");
    refused("a changed token", right, () -> reads(changed), "401");
  }

  /** The last: what has expired by then is swept away. */
  private void tooLate() {
    Instant start = Instant.parse("2027-03-01T01:00:00Z");
    List<String> old = new ArrayList<>();
    refused(
        "an expired token",
        () -> {
          now.freeze(start);
          old.add(partner.token());
          now.freeze(start.plusSeconds(1799));
          return reads(old.getFirst());
        },
        () -> {
          now.freeze(start.plusSeconds(1800));
          String answer = reads(old.getFirst());
          now.freeze(null);
          return answer;
        },
        "401");
  }

  private void atRevocation() {
    String kept = partner.token();
    refused(
        "a revocation with a wrong secret",
        () -> reads(kept),
        () -> "" + partner.revoke(partner.clientId, "wrong", kept),
        "401");
    refused(
        "a revocation by another client",
        () -> reads(kept),
        () -> "" + other.revoke(other.clientId, other.secret, kept),
        "4");
    refused(
        "a revoked token",
        () -> reads(kept),
        () -> {
          assertThat(partner.revoke(partner.clientId, partner.secret, kept)).isEqualTo(200);
          return reads(kept);
        },
        "401");
  }

  private void beyondItsScopesAndDocuments() {
    String reading = partner.token("case.read");
    String submitting = partner.token("case.submit");
    refused(
        "submitting with a token for reading",
        () -> reads(reading),
        () -> outcome(partner.send(reading, SUBMIT, submission("A-9"))),
        "FORBIDDEN");
    refused(
        "reading with a token for submitting",
        () -> outcome(partner.send(submitting, SUBMIT, submission("A-1"))),
        () -> reads(submitting),
        "FORBIDDEN");
    refused(
        "what is open to people only, though registered",
        () -> reads(token),
        () -> outcome(partner.send(token, UNITS, Map.of())),
        "FORBIDDEN");
    Map<String, Object> adHoc = Map.of("query", PartnerStory.READ, "variables", NO);
    refused(
        "a document by its text",
        () -> reads(token),
        () -> outcome(partner.send("/graphql", adHoc, "Authorization", "Bearer " + token)),
        "BAD_REQUEST");
    String own = "query($no: String!) { caseByForeignNo(foreignNo: $no) { id } }";
    String theirs =
        PartnerStory.documents(
                operator, partner.clientId, PartnerStory.SUBMIT, PartnerStory.READ, own)
            .getLast();
    plant(PartnerStory.UNITS);
    String others = other.token("case.read");
    refused(
        "a document that another client registered",
        () -> outcome(partner.sendHash(token, theirs, NO)),
        () -> outcome(other.sendHash(others, theirs, NO)),
        "BAD_REQUEST");
  }

  private void byAnotherWay() {
    Map<String, Object> body = PartnerStory.body(partner.hashes.get(READ), NO);
    String bearer = "Bearer " + token;
    String basic = PartnerStory.basic(partner.clientId, partner.secret);
    Supplier<String> right = () -> outcome(partner.send("/graphql", body, "Authorization", bearer));
    String[] both = {"Authorization", bearer, "Cookie", admin.cookieHeader()};
    refused(
        "a token beside a session",
        right,
        () -> outcome(partner.send("/graphql", body, both)),
        "400");
    refused(
        "a token in the address",
        right,
        () -> outcome(partner.send("/graphql?access_token=" + token, body)),
        "403");
    refused(
        "a token in a form",
        right,
        () -> outcome(partner.post("/graphql", "access_token=" + token)),
        "403");
    refused(
        "the secret instead of a token",
        right,
        () -> outcome(partner.send("/graphql", body, "Authorization", basic)),
        "403");
    refused(
        "a token under a district's path, where it counts for nothing and its document is unknown",
        right,
        () ->
            outcome(partner.send("/d/" + here.code() + "/graphql", body, "Authorization", bearer)),
        "BAD_REQUEST");
    refused(
        "the secret as a password",
        () -> outcome(anonymous().trySignIn(here.loginOf("admin"), TestDistricts.PASSWORD)),
        () -> outcome(anonymous().trySignIn(partner.clientId, partner.secret)),
        "401");
  }

  private void fromElsewhere() {
    String others = other.token("case.read");
    String foreigners = foreign.token();
    refused(
        "another client's case",
        () -> reads(token),
        () -> outcome(other.send(others, READ, NO)),
        "nothing");
    refused(
        "another district's case",
        () -> reads(token),
        () -> outcome(foreign.send(foreigners, READ, NO)),
        "nothing");
    refused(
        "another district's item",
        () -> outcome(partner.send(token, SUBMIT, submission("A-2"))),
        () -> outcome(foreign.send(foreigners, SUBMIT, submission("A-9"))),
        "NOT_FOUND");
  }
}
