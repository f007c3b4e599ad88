package cn.lianban.evaluation;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.evaluation.RatingStory.answer;
import static cn.lianban.evaluation.RatingStory.ratings;
import static cn.lianban.evaluation.RatingStory.refusal;
import static cn.lianban.evaluation.RatingStory.submit;
import static cn.lianban.evaluation.RatingStory.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.graphql.SecretToken;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ratings that arrive at one moment are written together, and each stays its citizen's own. */
class RatingsTogetherApiTest extends ApiTestBase {
  private static final int CASES = 30;
  private static final List<String[]> REASONS =
      List.of(
          new String[] {"REFUSED", "RUDE"},
          new String[] {"LATE"},
          new String[0],
          new String[0],
          new String[0]);
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;

  /** What the citizens of a district send, by case: no two alike. */
  private Map<Long, Map<String, Object>> sent(TestDistrict where) {
    Client clerk = signedIn(where, "clerk@east");
    long item = items.licence(where, "高龄津贴发放", where.unit("civil"), where.unit("east"));
    TestCases cases = new TestCases(districts, scope, past);
    Map<Long, Map<String, Object>> sent = new HashMap<>();
    for (int i = 0; i < CASES; i++) {
      long decided =
          cases.decided(where, item, where.unit("east"), where.unit("civil"), now.instant(), false);
      int grade = 1 + i % 5;
      Map<String, Object> input = answer(token(clerk, decided), grade, REASONS.get(grade - 1));
      if (i % 3 > 0) {
        input.put("comment", "第" + i + "件，{\"a\",b}\n'" + where.code() + "\\");
      }
      sent.put(decided, input);
    }
    return sent;
  }

  private List<JsonNode> allAtOnce(TestDistrict where, List<Map<String, Object>> inputs) {
    return AtOneMoment.all(inputs.stream().map(input -> giving(where, input)).toList());
  }

  private Callable<JsonNode> giving(TestDistrict where, Map<String, Object> input) {
    return () -> submit(citizenOf(where), input);
  }

  /** Every case has what its citizen sent, and the audit names each by his own token. */
  private void assertKept(TestDistrict where, Map<Long, Map<String, Object>> sent) {
    JsonNode seen = ratings(signedIn(where, "supervisor"), Map.of());
    assertThat(seen.get("totalCount").asInt()).isEqualTo(sent.size());
    Map<String, JsonNode> byCase = new HashMap<>();
    seen.get("nodes").forEach(rating -> byCase.put(rating.at("/case/id").asString(), rating));
    sent.forEach(
        (id, input) -> {
          JsonNode rating = byCase.get(TestCases.id(id));
          assertThat(rating.get("grade").asInt()).isEqualTo(input.get("grade"));
          assertThat(rating.get("options").findValuesAsString("code"))
              .isEqualTo(input.get("options"));
          assertThat(rating.get("comment").asString(null)).isEqualTo(input.get("comment"));
        });
    assertThat(actors(where))
        .containsExactlyInAnyOrderElementsOf(
            sent.values().stream()
                .map(input -> new SecretToken((String) input.get("token")).actor())
                .toList());
  }

  private List<String> actors(TestDistrict where) {
    return districts.in(
        where.id(),
        () ->
            sql.select(ENTRY.ACTOR)
                .from(ENTRY)
                .where(ENTRY.DISTRICT_ID.eq(where.id()), ENTRY.ACTION.eq("rating.submit"))
                .fetch(ENTRY.ACTOR));
  }

  @Test
  void thirtyOfADistrictAtOnceAreEachKeptAsSentInFewerStatements() {
    TestDistrict here = districts.fresh();
    var sent = sent(here);

    List<JsonNode> answers = new ArrayList<>();
    int statements =
        Statements.during(sql, () -> answers.addAll(allAtOnce(here, List.copyOf(sent.values()))));

    assertThat(answers).allSatisfy(answer -> assertThat(refused(answer)).isEmpty());
    assertThat(statements).isLessThan(CASES);
    assertKept(here, sent);
  }

  @Test
  void twoDistrictsAtOnceSeeTheirOwnOnly() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    var sentHere = sent(here);
    var sentThere = sent(there);
    List<Callable<JsonNode>> calls = new ArrayList<>();
    var inputsThere = sentThere.values().iterator();
    for (var input : sentHere.values()) {
      calls.add(giving(here, input));
      calls.add(giving(there, inputsThere.next()));
    }

    assertThat(AtOneMoment.all(calls)).allSatisfy(answer -> assertThat(refused(answer)).isEmpty());

    assertKept(here, sentHere);
    assertKept(there, sentThere);
  }

  @Test
  void aWrongLinkAndASecondRequestAmongThemAreRefusedAndSpoilNothing() {
    TestDistrict here = districts.fresh();
    var sent = sent(here);
    List<Map<String, Object>> all = new ArrayList<>(sent.values());
    all.add(10, answer("A".repeat(43), 5));
    Map<String, Object> used = new HashMap<>(all.get(20));
    submit(citizenOf(here), used);
    all.set(20, used); // the same request again: the same receipt
    Map<String, Object> rival = answer((String) used.get("token"), 4);
    all.add(rival);

    List<JsonNode> answers = allAtOnce(here, all);

    assertThat(refused(answers.get(10))).isEqualTo("RATING_LINK_INVALID");
    assertThat(refused(answers.getLast())).isEqualTo("RATING_LINK_INVALID");
    answers.remove(10);
    answers.removeLast();
    assertThat(answers).allSatisfy(answer -> assertThat(refused(answer)).isEmpty());
    assertKept(here, sent);
  }

  private static String refused(JsonNode payload) {
    return payload.get("receipt").isNull() ? refusal(payload) : "";
  }
}
