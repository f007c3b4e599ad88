package cn.lianban.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestLists;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListsApiTest extends ApiTestBase {
  private static final String PUBLISHED =
      "{ publishedLists { id title no documentNo entries { name } } }";
  private static final String DIFF =
      "query($from: ID!, $to: ID!) { listVersionDiff(from: $from, to: $to) { before { name } after { name } } }";
  private static final String POLICIES =
      "query($audience: PolicyAudience, $all: Boolean) { policies(audience: $audience, all: $all) { nodes { title valid } } }";
  private TestDistrict here;
  private Client admin;
  private Client legal;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
    legal = signedIn(here, "legal");
  }

  @Test
  void thePublicReadsPublishedVersionsOnlyAndTheNeighbourNone() {
    JsonNode first = TestLists.publish(admin, legal, "投资领域权力清单", "项目核准", "项目备案");
    TestLists.done(TestLists.save(admin, TestLists.next(admin, first), "草稿里的一条"));

    JsonNode lists = citizenOf(here).data(PUBLISHED).get("publishedLists");

    assertThat(lists).hasSize(1);
    assertThat(lists.at("/0/documentNo").asString()).isEqualTo("测府发〔2026〕9号");
    assertThat(lists.at("/0/entries").findValuesAsString("name")).containsExactly("项目核准", "项目备案");
    assertThat(citizenOf(districts.fresh()).data(PUBLISHED).get("publishedLists")).isEmpty();
  }

  @Test
  void theNextVersionBeginsAsACopyAndTheDiffNamesEveryEntry() {
    JsonNode first = TestLists.publish(admin, legal, "投资领域负面清单", "甲", "乙");
    JsonNode draft = TestLists.next(admin, first);
    assertThat(draft.get("entries")).hasSize(2);
    JsonNode second = TestLists.onward(admin, legal, draft, "乙", "丙");

    JsonNode diff =
        admin
            .data(DIFF, "from", first.get("id").asString(), "to", second.get("id").asString())
            .get("listVersionDiff");

    assertThat(diff).hasSize(2);
    assertThat(diff.at("/0/before/name").asString()).isEqualTo("甲");
    assertThat(diff.at("/0/after").isNull()).isTrue();
    assertThat(diff.at("/1/after/name").asString()).isEqualTo("丙");
    assertThat(citizenOf(here).data(PUBLISHED).at("/publishedLists/0/no").asInt()).isEqualTo(2);
  }

  @Test
  void nothingEmptyIsSentAndNoStepIsLeftOut() {
    JsonNode draft = TestLists.next(admin, TestLists.publish(admin, legal, "责任清单", "甲"));
    JsonNode emptied = TestLists.done(TestLists.save(admin, draft));
    assertThat(code(TestLists.step(admin, "listDraftSend", "VersionStepInput", emptied)))
        .isEqualTo("EMPTY");
    assertThat(
            code(
                TestLists.step(
                    admin, "listPublish", "ListPublishInput", emptied, "documentNo", "X")))
        .isEqualTo("WRONG_STATE");
    assertThat(code(TestLists.save(admin, draft, "甲"))).isEqualTo("VERSION_CONFLICT");
    assertThat(
            signedIn(here, "officer@civil")
                .errorCode(
                    "mutation($input: ListDraftOpenInput!) { listDraftOpen(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of("idempotencyKey", Client.key(), "kind", "POWER", "title", "X")))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void anExpiredPolicyIsNotOfferedAndStaffSeeItWhenTheyAskForAll() {
    String today = now.today().toString();
    String yesterday = now.today().minusDays(1).toString();
    TestLists.record(admin, TestLists.policy("稳岗返还", "2020-01-01", today));
    TestLists.record(admin, TestLists.policy("已到期的", "2020-01-01", yesterday));
    TestLists.record(admin, TestLists.policy("明天开始", now.today().plusDays(1).toString(), null));

    assertThat(titles(citizenOf(here), Map.of())).containsExactly("稳岗返还");
    assertThat(titles(citizenOf(here), Map.of("all", true))).containsExactly("稳岗返还");
    assertThat(titles(citizenOf(here), Map.of("audience", "PERSON"))).isEmpty();
    assertThat(titles(admin, Map.of("all", true))).hasSize(3);
    assertThat(titles(citizenOf(districts.fresh()), Map.of())).isEmpty();
  }

  @Test
  void aPolicyThatEndsBeforeItBeginsIsRefusedAtItsField() {
    JsonNode refused = TestLists.record(admin, TestLists.policy("X", "2026-02-01", "2026-01-01"));

    assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("content.validTo");
  }

  private static String code(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }

  private static List<String> titles(Client who, Map<String, Object> which) {
    Object[] flat =
        which.entrySet().stream()
            .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
            .toArray();
    return who.data(POLICIES, flat).at("/policies/nodes").findValuesAsString("title");
  }
}
