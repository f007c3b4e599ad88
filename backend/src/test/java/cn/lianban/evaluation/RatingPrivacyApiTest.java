package cn.lianban.evaluation;

import static cn.lianban.evaluation.RatingStory.answer;
import static cn.lianban.evaluation.RatingStory.ratings;
import static cn.lianban.evaluation.RatingStory.submit;
import static cn.lianban.evaluation.RatingStory.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RatingPrivacyApiTest extends ApiTestBase {
  private static final String CASE =
      "query($id: ID!) { case(id: $id) { rated viewerCanInviteRating rating { grade case { id } } } }";
  private static final Instant OCTOBER = Instant.parse("2026-10-20T02:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-10-31T16:00:00Z"); // the 1st here
  private static final String TALLIES =
      "{ board { satisfaction { month rated satisfied satisfactionRate } } }";
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;
  private TestDistrict here;
  private long item;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(OCTOBER);
    item = items.licence(here, "残疾人证办理", here.unit("civil"), here.unit("east"));
  }

  private long rated(int grade, boolean test, String... options) {
    long id =
        new TestCases(districts, scope, past)
            .decided(here, item, here.unit("east"), here.unit("civil"), now.instant(), test);
    submit(citizenOf(here), answer(token(signedIn(here, "clerk@east"), id), grade, options));
    return id;
  }

  @Test
  void theRatedUnitNeverSeesTheCaseNorTheCaseItsRating() {
    long id = rated(1, false, "RUDE");
    for (int i = 0; i < 4; i++) {
      rated(5, false);
    }
    now.freeze(NOVEMBER);
    for (String person : new String[] {"officer@civil", "head@civil"}) {
      Client unit = signedIn(here, person);
      JsonNode list = ratings(unit, Map.of());
      assertThat(list.get("totalCount").asInt()).isEqualTo(5);
      for (JsonNode rating : list.get("nodes")) {
        assertThat(rating.get("case").isNull()).isTrue();
        assertThat(rating.get("grade").isNull()).isFalse();
      }
      JsonNode file = unit.data(CASE, "id", TestCases.id(id)).get("case");
      assertThat(file.get("rated").asBoolean()).isTrue();
      assertThat(file.get("rating").isNull()).isTrue();
    }
    JsonNode supervised =
        signedIn(here, "supervisor").data(CASE, "id", TestCases.id(id)).get("case");
    assertThat(supervised.at("/rating/grade").asInt()).isEqualTo(1);
    assertThat(supervised.at("/rating/case/id").asString()).isEqualTo(TestCases.id(id));
  }

  @Test
  void aMonthWithFewerThanFiveShowsTheUnitOnlyTheirNumber() {
    rated(1, false, "RUDE");
    Client unit = signedIn(here, "officer@civil");
    now.freeze(NOVEMBER);

    JsonNode sealed = ratings(unit, Map.of());
    assertThat(exported(unit)).contains("SEALED");
    assertThat(exported(signedIn(here, "leader"))).doesNotContain("SEALED");
    assertThat(exported(signedIn(districts.fresh(), "leader")).lines()).hasSize(1);
    assertThat(sealed.get("totalCount").asInt()).isEqualTo(1);
    assertThat(sealed.at("/nodes/0/grade").isNull()).isTrue();
    assertThat(sealed.at("/nodes/0/options")).isEmpty();
    assertThat(ratings(unit, Map.of("grade", 1)).get("totalCount").asInt()).isZero();
    assertThat(ratings(signedIn(here, "leader"), Map.of("grade", 1)).get("nodes")).hasSize(1);

    now.freeze(OCTOBER);
    for (int i = 0; i < 4; i++) {
      rated(5, false);
    }
    now.freeze(NOVEMBER);
    assertThat(ratings(unit, Map.of("grade", 1)).at("/nodes/0/options/0/code").asString())
        .isEqualTo("RUDE");
  }

  private static String exported(Client who) {
    return new String(
        who.download("/export/lists/rating-list?format=CSV&columns=grade,unit").body(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void theMonthThatRunsShowsNoGradeHoweverManyThereAre() {
    rated(1, false, "RUDE");
    for (int i = 0; i < 5; i++) {
      rated(5, false);
    }
    Client head = signedIn(here, "head@civil");
    now.freeze(NOVEMBER.minusSeconds(1));

    JsonNode sealed = ratings(head, Map.of());
    assertThat(sealed.get("totalCount").asInt()).isEqualTo(6);
    assertThat(sealed.get("nodes")).allMatch(one -> one.get("grade").isNull());
    assertThat(ratings(head, Map.of("grade", 1)).get("totalCount").asInt()).isZero();
    JsonNode cell = head.data(TALLIES).at("/board/satisfaction/0");
    assertThat(cell.get("rated").asInt()).isEqualTo(6);
    assertThat(cell.get("satisfied").isNull()).isTrue();
    assertThat(cell.get("satisfactionRate").isNull()).isTrue();
    Client leader = signedIn(here, "leader");
    assertThat(ratings(leader, Map.of("grade", 1)).get("totalCount").asInt()).isOne();
    assertThat(leader.data(TALLIES).at("/board/satisfaction/0/satisfied").asInt()).isEqualTo(5);

    now.freeze(NOVEMBER);
    assertThat(ratings(head, Map.of("grade", 1)).get("totalCount").asInt()).isOne();
    assertThat(head.data(TALLIES).at("/board/satisfaction/0/satisfied").asInt()).isEqualTo(5);
  }

  @Test
  void neitherPlaceNorIdOfARatingTellsWhenItWasGiven() {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      given.add(TestCases.id(rated(5, false)));
    }
    now.freeze(NOVEMBER);

    List<String> listed = new ArrayList<>();
    for (JsonNode one : ratings(signedIn(here, "supervisor"), Map.of()).get("nodes")) {
      listed.add(one.at("/case/id").asString());
    }
    assertThat(listed).hasSameElementsAs(given).isNotEqualTo(given);
    Collections.reverse(listed);
    assertThat(listed).isNotEqualTo(given);
    List<String> ids = pages(signedIn(here, "head@civil"));
    assertThat(ids).hasSize(12);
    assertThat(new HashSet<>(ids)).hasSize(12).allMatch(id -> UUID.fromString(id).version() == 4);
  }

  /** Five by five. */
  private static List<String> pages(Client who) {
    List<String> ids = new ArrayList<>();
    String query =
        "query($after: String) { ratings(filter: {}, first: 5, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    JsonNode page = who.data(query).get("ratings");
    page.get("nodes").forEach(one -> ids.add(one.get("id").asString()));
    while (page.at("/pageInfo/hasNextPage").asBoolean()) {
      String after = page.at("/pageInfo/endCursor").asString();
      page = who.data(query, "after", after).get("ratings");
      page.get("nodes").forEach(one -> ids.add(one.get("id").asString()));
    }
    return ids;
  }

  @Test
  void theNeighbourSeesNothing() {
    rated(5, false);

    assertThat(ratings(signedIn(here, "clerk@west"), Map.of()).get("totalCount").asInt()).isZero();
    assertThat(ratings(signedIn(here, "clerk@east"), Map.of()).get("totalCount").asInt()).isZero();
    var civil = Map.of("unitId", cn.lianban.graphql.Ids.of(Unit.KIND, here.unit("civil")));
    assertThat(ratings(signedIn(here, "officer@transport"), civil).get("totalCount").asInt())
        .isZero();
    assertThat(ratings(signedIn(districts.fresh(), "supervisor"), Map.of()).get("nodes")).isEmpty();
    assertThat(anonymous().errorCode("{ ratings(filter: {}) { totalCount } }"))
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void ratingsOfTestCasesCountNowhere() {
    long id = rated(5, true);

    Client supervisor = signedIn(here, "supervisor");
    assertThat(ratings(supervisor, Map.of()).get("totalCount").asInt()).isZero();
    assertThat(supervisor.data(CASE, "id", TestCases.id(id)).at("/case/rated").asBoolean())
        .isTrue();
  }

  @Test
  void aListCostsTheSameStatementsWhateverItsLength() {
    rated(5, false);
    Client supervisor = signedIn(here, "supervisor");
    int one = Statements.during(sql, () -> ratings(supervisor, Map.of()));
    for (int i = 0; i < 6; i++) {
      rated(4, false);
    }

    int seven = Statements.during(sql, () -> ratings(supervisor, Map.of()));

    assertThat(seven).isEqualTo(one);
  }
}
