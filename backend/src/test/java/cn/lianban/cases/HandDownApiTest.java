package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Down to a sub-district: one number, one clock, and a signature before the time is the lower's.
 */
class HandDownApiTest extends PeopleStory {
  private TestDistrict here;
  private Client clerk;
  private Client officer;
  private JsonNode file;

  @BeforeEach
  void aCaseOfTheDistrictsLevel() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-09T02:00:00Z")); // Monday
    long item = items.licence(here, "社会团体登记", here.unit("civil"), here.unit("civil"));
    person(here, "window@civil", Role.WINDOW_CLERK, "civil");
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
    file = CaseStory.accept(signedIn(here, "window@civil"), input(item)).get("case");
  }

  @Test
  void aDistrictCaseIsWorkedOnBelowAndComesUpAgainUnderItsNumberAndClock() {
    assertThat(read(clerk, file).isNull()).isTrue();
    now.freeze(Instant.parse("2026-11-10T02:00:00Z"));
    JsonNode sent = down(file, "east").get("case");
    assertThat(sent.get("status").asString()).isEqualTo("HANDED_DOWN");
    assertThat(sent.at("/holderUnit/name").asString()).isEqualTo("区民政局");

    now.freeze(Instant.parse("2026-11-12T02:00:00Z"));
    assertThat(toSign(clerk)).containsExactly(file.get("number").asString());
    JsonNode below = act(clerk, "caseSign", read(clerk, file)).get("case");
    assertThat(below.get("status").asString()).isEqualTo("SIGNED_BELOW");
    assertThat(below.at("/holderUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(below.get("viewerCanDecide").asBoolean()).isFalse();
    assertThat(below.get("viewerCanHandUp").asBoolean()).isTrue();
    assertThat(below.at("/duty/id")).isEqualTo(file.at("/duty/id"));

    now.freeze(Instant.parse("2026-11-13T02:00:00Z"));
    act(clerk, "caseHandUp", below);
    JsonNode up = act(officer, "caseSign", read(officer, file)).get("case");
    JsonNode decided = act(officer, "caseDecide", up, "outcome", "PASSED").get("case");
    assertThat(decided.get("status").asString()).isEqualTo("DECIDED");
    assertThat(decided.at("/duty/segments").findValuesAsString("name"))
        .containsExactly("区民政局", "城东街道便民服务中心", "区民政局");
    assertThat(
            decided
                .at("/duty/segments")
                .valueStream()
                .mapToInt(piece -> piece.get("consumed").asInt()))
        .containsExactly(3, 1, 0); // until the clerk signed the time was the department's
    assertThat(read(clerk, file).get("status").asString()).isEqualTo("DECIDED");
  }

  @Test
  void theSiblingAndTheNeighbourSeeNothingOfItAndTheClerkSeesItsPapersToo() {
    down(file, "east");

    Client west = signedIn(here, "clerk@west");
    assertThat(read(west, file).isNull()).isTrue();
    assertThat(toSign(west)).isEmpty();
    assertThat(read(signedIn(districts.fresh(), "officer@civil"), file).isNull()).isTrue();
    JsonNode seen = read(clerk, file);
    assertThat(seen.get("materials")).isNotEmpty();
    assertThat(seen.at("/applicant/name").asString()).isNotEmpty();
    assertThat(seen.get("timeline").findValuesAsString("kind")).contains("ACCEPTED", "HANDED_DOWN");
    assertThat(seen.at("/duty/light").asString()).isEqualTo("GREEN");
    assertThat(read(officer, file).get("status").asString()).isEqualTo("HANDED_DOWN");
  }

  @Test
  void itGoesToAUnitBelowByTheDecidingUnitAloneAndWithATask() {
    assertThat(down(file, "transport").at("/userErrors/0/field").asString()).isEqualTo("unitId");
    assertThat(
            act(officer, "caseHandDown", file, "unitId", unit("east"), "reason", " ")
                .at("/userErrors/0/field")
                .asString())
        .isEqualTo("reason");
    assertThat(
            signedIn(here, "officer@transport")
                .errorCode(
                    "mutation($input: CaseHandDownInput!) { caseHandDown(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of(
                        "idempotencyKey",
                        Client.key(),
                        "id",
                        file.get("id").asString(),
                        "expectedVersion",
                        file.get("version").asInt(),
                        "unitId",
                        unit("east"),
                        "reason",
                        "现场核查")))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void aCaseThatOneSubDistrictAcceptedIsNotHandedToAnother() {
    JsonNode signed = signedAbove();
    assertThat(down(signed, "west").at("/userErrors/0/code").asString())
        .isEqualTo("OTHER_SUB_DISTRICT");
    assertThat(down(signed, "east").get("userErrors")).isEmpty();
  }

  @Test
  void whatIsSentBackAfterItWasSignedForWaitsForTheLowerUnitsSignature() {
    JsonNode signed = signedAbove();
    now.freeze(Instant.parse("2026-11-11T02:00:00Z"));
    JsonNode back = act(officer, "caseReturn", signed, "reason", "照片不清").get("case");
    assertThat(back.get("status").asString()).isEqualTo("HANDED_DOWN");
    assertThat(back.at("/holderUnit/name").asString()).isEqualTo("区民政局");

    now.freeze(Instant.parse("2026-11-12T02:00:00Z"));
    JsonNode taken = act(clerk, "caseSign", read(clerk, signed)).get("case");
    assertThat(taken.get("status").asString()).isEqualTo("RETURNED");
    assertThat(taken.at("/holderUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(taken.at("/duty/segments/1/consumed").asInt()).isEqualTo(3);
    assertThat(act(clerk, "caseHandUp", taken).get("userErrors")).isEmpty();
  }

  @Test
  void aClerkSignsForManyAtOnceAndARivalsSignatureSpoilsNothing() {
    down(file, "east");
    JsonNode other = signedAbove();
    down(other, "east");
    person(here, "colleague@east", Role.WINDOW_CLERK, "east");
    Client colleague = signedIn(here, "colleague@east");
    JsonNode seen = read(clerk, file);
    JsonNode seenOther = read(clerk, other);

    List<JsonNode> answers =
        AtOneMoment.all(
            List.of(
                () -> signAll(clerk, seen, seenOther), () -> signAll(colleague, seenOther, seen)));

    for (JsonNode done : answers) {
      assertThat(done.get("userErrors")).isEmpty();
      assertThat(done.get("signed")).hasSize(2);
    }
    assertThat(read(clerk, file).get("status").asString()).isEqualTo("SIGNED_BELOW");
    assertThat(
            read(clerk, other).get("timeline").findValuesAsString("kind").stream()
                .filter("SIGNED"::equals))
        .hasSize(2); // above, and once below
  }

  private static JsonNode signAll(Client who, JsonNode... files) {
    List<Map<String, Object>> cases =
        java.util.Arrays.stream(files)
            .map(
                one ->
                    Map.<String, Object>of(
                        "id", one.get("id").asString(),
                        "expectedVersion", one.get("version").asInt()))
            .toList();
    return who.data(
            "mutation($input: CasesSignInput!) { casesSign(input: $input) { signed { number } left userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "cases", cases))
        .get("casesSign");
  }

  private JsonNode signedAbove() {
    long licence = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    JsonNode sent =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, input(licence)).get("case")).get("case");
    return act(officer, "caseSign", sent).get("case");
  }

  private JsonNode down(JsonNode one, String unit) {
    return act(officer, "caseHandDown", one, "unitId", unit(unit), "reason", "现场核查住所");
  }

  private String unit(String name) {
    return Ids.of("Unit", here.unit(name));
  }

  private static List<String> toSign(Client who) {
    return who.data("{ casesToSign(first: 10) { nodes { number } } }")
        .at("/casesToSign/nodes")
        .findValuesAsString("number");
  }
}
