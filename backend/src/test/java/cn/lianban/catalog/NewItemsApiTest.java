package cn.lianban.catalog;

import static cn.lianban.testing.TestVersions.content;
import static cn.lianban.testing.TestVersions.done;
import static cn.lianban.testing.TestVersions.refusal;
import static cn.lianban.testing.TestVersions.save;
import static cn.lianban.testing.TestVersions.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A new item comes onto the list by the way every version goes, not only by a file. */
class NewItemsApiTest extends ApiTestBase {
  private static final String CREATE =
      """
      mutation($input: ItemDraftCreateInput!) { itemDraftCreate(input: $input) {
        version { id itemId no state version viewerCanSend content { name promisedLimit } } userErrors { code field } } }\
      """;
  @Autowired private TakingEffect effect;
  private TestDistrict here;
  private Client officer;
  private Client admin;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    officer = signedIn(here, "officer@civil");
    admin = signedIn(here, "admin");
  }

  private JsonNode create(Client who, String code, String department) {
    return who.data(CREATE, "input", input(code, department)).get("itemDraftCreate");
  }

  private Map<String, Object> input(String code, String department) {
    return Map.of(
        "idempotencyKey",
        Client.key(),
        "code",
        code,
        "name",
        "困难群众探访",
        "departmentId",
        Ids.of("Unit", here.unit(department)),
        "taskType",
        "PUBLIC_SERVICE");
  }

  private JsonNode publish(JsonNode draft, LocalDate on) {
    JsonNode saved = done(save(officer, draft, content("困难群众探访", 5)));
    JsonNode sent = done(step(officer, "itemDraftSend", saved));
    JsonNode reviewed =
        done(step(signedIn(here, "legal"), "itemDraftReview", sent, "passed", true));
    return done(
        step(
            admin,
            "itemPublish",
            reviewed,
            "documentNo",
            "测政办〔2026〕2号",
            "effectiveOn",
            on.toString()));
  }

  private JsonNode found(Client who) {
    return who.data("{ items(search: \"探访\") { nodes { name edition } } }").at("/items/nodes");
  }

  private JsonNode read(Client who, String item) {
    return who.data("query($id: ID!) { item(id: $id) { name edition } }", "id", item).get("item");
  }

  @Test
  void nobodyButStaffKnowsOfItUntilItsFirstVersionIsPublished() {
    JsonNode draft = done(create(officer, "NEW-1", "civil"));
    String item = draft.get("itemId").asString();
    assertThat(draft.get("viewerCanSend").asBoolean()).isTrue();
    assertThat(found(citizenOf(here))).isEmpty();
    assertThat(found(officer)).isEmpty();
    assertThat(read(citizenOf(here), item).isNull()).isTrue();
    assertThat(read(officer, item).get("edition").asInt()).isZero();
    assertThat(officer.data("{ itemsUnpublished { nodes { name } } }").toString())
        .contains("困难群众探访");
    assertThat(
            signedIn(districts.fresh(), "admin")
                .data("{ itemsUnpublished { nodes { name } } }")
                .toString())
        .doesNotContain("困难群众探访");

    publish(draft, now.today());

    assertThat(found(citizenOf(here)).at("/0/edition").asInt()).isEqualTo(1);
    assertThat(read(citizenOf(here), item).get("name").asString()).isEqualTo("困难群众探访");
    assertThat(
            officer.data("{ itemsUnpublished { nodes { name } } }").at("/itemsUnpublished/nodes"))
        .isEmpty();
  }

  @Test
  void oneThatTakesEffectTomorrowIsThereTomorrow() {
    JsonNode draft = done(create(officer, "NEW-1", "civil"));
    LocalDate tomorrow = now.today().plusDays(1);
    publish(draft, tomorrow);
    assertThat(found(citizenOf(here))).isEmpty();

    now.freeze(tomorrow.atTime(9, 0).atZone(cn.lianban.tenancy.Now.CHINA).toInstant());
    effect.round();

    assertThat(found(citizenOf(here))).hasSize(1);
  }

  @Test
  void aDraftThatWasGivenUpIsTakenUpAgain() {
    JsonNode draft = done(create(officer, "NEW-1", "civil"));
    done(step(officer, "itemDraftWithdraw", draft));
    long item = Ids.parse("Item", draft.get("itemId").asString());

    JsonNode again = done(cn.lianban.testing.TestVersions.open(officer, item));

    assertThat(again.get("no").asInt()).isEqualTo(2);
    assertThat(again.at("/content/name").asString()).isEqualTo("困难群众探访");
    publish(again, now.today());
    assertThat(found(citizenOf(here)).at("/0/edition").asInt()).isEqualTo(2);
  }

  @Test
  void aCodeThatIsTakenAnotherDepartmentAndAnOfficeAreRefused() {
    done(create(officer, "NEW-1", "civil"));

    assertThat(refusal(create(officer, "NEW-1", "civil"))).isEqualTo("CODE_TAKEN");
    assertThat(refusal(create(admin, "NEW-2", "east"))).isEqualTo("NOT_A_DEPARTMENT");
    assertThat(refusal(create(officer, " ", "civil"))).isEqualTo("REQUIRED");
    assertThat(officer.errorCode(CREATE, "input", input("NEW-3", "transport")))
        .isEqualTo("FORBIDDEN");
    assertThat(signedIn(here, "clerk@east").errorCode(CREATE, "input", input("NEW-3", "civil")))
        .isEqualTo("FORBIDDEN");
    done(create(signedIn(districts.fresh(), "admin"), "NEW-1", "civil", true));
  }

  private JsonNode create(Client neighbour, String code, String department, boolean there) {
    // the neighbour's own department: the code is unique in a district only
    JsonNode units = neighbour.data("{ units { id name } }").get("units");
    String id =
        units
            .valueStream()
            .filter(unit -> unit.get("name").asString().equals("区民政局") == there)
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();
    return neighbour
        .data(
            CREATE,
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "code", code,
                "name", department,
                "departmentId", id,
                "taskType", "LICENCE"))
        .get("itemDraftCreate");
  }
}
