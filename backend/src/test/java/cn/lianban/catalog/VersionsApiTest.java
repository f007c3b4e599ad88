package cn.lianban.catalog;

import static cn.lianban.testing.TestVersions.content;
import static cn.lianban.testing.TestVersions.done;
import static cn.lianban.testing.TestVersions.open;
import static cn.lianban.testing.TestVersions.publish;
import static cn.lianban.testing.TestVersions.refusal;
import static cn.lianban.testing.TestVersions.save;
import static cn.lianban.testing.TestVersions.step;
import static cn.lianban.testing.TestVersions.versions;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class VersionsApiTest extends ApiTestBase {
  private static final String DIFF =
      """
      query($from: ID!, $to: ID!) { itemVersionDiff(from: $from, to: $to) {
        fields { field before after } materials { before { name issuer } after { name issuer } }
        before { steps materials promisedLimit visits } after { steps materials promisedLimit visits } } }""";

  @Autowired TakingEffect effect;
  private TestDistrict here;
  private long item;
  private Client officer;
  private Client legal;
  private Client admin;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    officer = signedIn(here, "officer@civil");
    legal = signedIn(here, "legal");
    admin = signedIn(here, "admin");
  }

  private String today() {
    return now.today().toString();
  }

  @Test
  void aPublishedVersionIsTheItemFromThenOnAndTellsWhoBroughtItThere() {
    JsonNode published = publish(officer, legal, admin, item, content("高龄津贴申领", 3), today());

    assertThat(published.at("/trail/documentNo").asString()).isEqualTo("测政办〔2026〕1号");
    assertThat(published.at("/trail/draftedBy").asString()).isEqualTo("测试员officer@civil");
    assertThat(published.at("/trail/reviewedBy").asString()).isEqualTo("测试员legal");
    assertThat(published.get("inForce").asBoolean()).isTrue();
    JsonNode shown = item();
    assertThat(shown.get("name").asString()).isEqualTo("高龄津贴申领");
    assertThat(shown.get("edition").asInt()).isEqualTo(2);
    assertThat(shown.get("promisedLimit").asInt()).isEqualTo(3);
    assertThat(shown.get("materials")).hasSize(3);
    assertThat(found("shenling")).containsExactly("高龄津贴申领");
    assertThat(found("fafang")).isEmpty();
    assertThat(versions(admin, item)).hasSize(2);
  }

  @Test
  void theDiffNamesFieldsMaterialsAndWhatTheApplicantIsSpared() {
    publish(officer, legal, admin, item, content("高龄津贴申领", 3), today());
    JsonNode all = versions(officer, item);

    JsonNode diff =
        officer
            .data(DIFF, "from", all.at("/1/id").asString(), "to", all.at("/0/id").asString())
            .get("itemVersionDiff");

    assertThat(diff.at("/fields/0/field").asString()).isEqualTo("NAME");
    assertThat(diff.at("/fields/0/after").asString()).isEqualTo("高龄津贴申领");
    assertThat(diff.toString()).contains("PROMISED_LIMIT").doesNotContain("STATUTORY_LIMIT");
    assertThat(diff.get("materials"))
        .hasSize(2); // the identity paper has an issuer, the card is new
    assertThat(diff.at("/before/materials").asInt()).isEqualTo(2);
    assertThat(diff.at("/after/promisedLimit").asInt()).isEqualTo(3);
  }

  @Test
  void aVersionOfTomorrowChangesNothingTodayAndIsInForceWhenItsDayComes() {
    LocalDate day = now.today().plusDays(1);
    publish(officer, legal, admin, item, content("高龄津贴申领", 3), day.toString());
    assertThat(item().get("name").asString()).isEqualTo("高龄津贴发放");
    assertThat(item().get("nextOn").asString()).isEqualTo(day.toString());

    now.freeze(day.atTime(9, 0).atZone(cn.lianban.tenancy.Now.CHINA).toInstant());
    effect.round();

    assertThat(item().get("name").asString()).isEqualTo("高龄津贴申领");
    assertThat(item().get("nextOn").isNull()).isTrue();
  }

  @Test
  void theWayIsDraftReviewPublicationAndNoStepIsLeftOut() {
    JsonNode draft = done(open(officer, item));
    assertThat(draft.get("viewerCanSend").asBoolean()).isTrue();
    assertThat(
            refusal(step(admin, "itemPublish", draft, "documentNo", "X", "effectiveOn", today())))
        .isEqualTo("WRONG_STATE");
    JsonNode sent = done(step(officer, "itemDraftSend", draft));
    assertThat(refusal(save(officer, sent, content("改", 3)))).isEqualTo("WRONG_STATE");
    assertThat(refusal(step(legal, "itemDraftReview", sent, "passed", false)))
        .isEqualTo("REQUIRED");
    JsonNode back = done(step(legal, "itemDraftReview", sent, "passed", false, "opinion", "依据不全"));
    assertThat(back.get("state").asString()).isEqualTo("DRAFT");
    assertThat(back.at("/trail/opinion").asString()).isEqualTo("依据不全");
    assertThat(refusal(open(officer, item))).isEqualTo("DRAFT_OPEN");
    done(step(officer, "itemDraftWithdraw", back));
    assertThat(done(open(officer, item)).get("no").asInt()).isEqualTo(3);
  }

  @Test
  void twoWhoOpenADraftAtOnceAreOneDraftAndOneRefusal() {
    List<Callable<JsonNode>> openings = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Client one = signedIn(here, "officer@civil");
      openings.add(() -> open(one, item));
    }

    assertThat(AtOneMoment.all(openings).stream().map(answer -> refusal(answer)))
        .containsExactlyInAnyOrder(
            "", "DRAFT_OPEN", "DRAFT_OPEN", "DRAFT_OPEN", "DRAFT_OPEN", "DRAFT_OPEN");
  }

  @Test
  void aPromiseAboveTheStatuteAPastDayAndAStaleVersionAreRefusedAtTheirFields() {
    JsonNode draft = done(open(officer, item));

    JsonNode tooLong = save(officer, draft, content("高龄津贴发放", 21));
    assertThat(tooLong.at("/userErrors/0/field").asString()).isEqualTo("content.promisedLimit");
    done(save(officer, draft, content("高龄津贴发放", 20)));
    assertThat(refusal(save(officer, draft, content("高龄津贴发放", 20)))).isEqualTo("VERSION_CONFLICT");
    JsonNode sent = done(step(officer, "itemDraftSend", versions(officer, item).get(0)));
    JsonNode passed = done(step(legal, "itemDraftReview", sent, "passed", true));
    JsonNode past =
        step(
            admin,
            "itemPublish",
            passed,
            "documentNo",
            "X",
            "effectiveOn",
            now.today().minusDays(1).toString());
    assertThat(refusal(past)).isEqualTo("EFFECTIVE_IN_THE_PAST");
  }

  @Test
  void anotherDepartmentAWindowAndTheNeighbourCannotDraft() {
    String id = Ids.of("Item", item);
    String open =
        "mutation($input: ItemDraftOpenInput!) { itemDraftOpen(input: $input) { userErrors { code } } }";
    for (String person : List.of("officer@transport", "clerk@east", "legal")) {
      assertThat(signedIn(here, person).errorCode(open, "input", input(id))).isEqualTo("FORBIDDEN");
    }
    JsonNode draft = done(open(officer, item));
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(refusal(open(neighbour, item))).isEqualTo("NOT_FOUND");
    assertThat(refusal(step(neighbour, "itemDraftSend", draft))).isEqualTo("NOT_FOUND");
    assertThat(versions(neighbour, item)).isEmpty();
    assertThat(
            anonymous().errorCode("query($id: ID!) { itemVersions(itemId: $id) { id } }", "id", id))
        .isEqualTo("UNAUTHENTICATED");
  }

  private static Map<String, Object> input(String itemId) {
    return Map.of("idempotencyKey", Client.key(), "itemId", itemId);
  }

  private JsonNode item() {
    return citizenOf(here)
        .data(
            "query($id: ID!) { item(id: $id) { name edition promisedLimit nextOn materials { name } } }",
            "id",
            Ids.of("Item", item))
        .get("item");
  }

  private List<String> found(String search) {
    return citizenOf(here)
        .data("query($q: String) { items(search: $q) { nodes { name } } }", "q", search)
        .at("/items/nodes")
        .findValuesAsString("name");
  }
}
