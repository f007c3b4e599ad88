package cn.lianban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.Applicant;
import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.MaterialState;
import cn.lianban.cases.NewCase;
import cn.lianban.cases.PastCases;
import cn.lianban.evaluation.Ratings;
import cn.lianban.evaluation.Ratings.PastRating;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class BoardApiTest extends ApiTestBase {
  private static final String BOARD =
      """
      query($filter: BoardFilter) { board(filter: $filter) { asOf
        notes { figure definition definitionEn coverage coverageEn }
        duties { unit { id name } kind light count }
        satisfaction { unit { id name } month satisfied rated decided satisfactionRate activeRate } } }
      """;
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-31T16:30:00Z"); // 1 September here
  private static final Instant OCTOBER = Instant.parse("2026-10-20T02:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2025-11-20T02:00:00Z");
  @Autowired private PastCases past;
  @Autowired private Ratings ratings;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;
  private TestDistrict here;
  private TestCases cases;
  private long raised;
  private long local;

  @BeforeEach
  void aYearOfWork() {
    here = districts.fresh();
    cases = new TestCases(districts, scope, past);
    now.freeze(NOW);
    raised = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    local = items.licence(here, "临时救助对象认定", here.unit("west"), here.unit("west"));
    rate(civil(AUGUST, false), "civil", 5, AUGUST, "OWN", true);
    rate(civil(AUGUST, false), "civil", 1, AUGUST, "OWN", true);
    civil(AUGUST, false);
    rate(civil(OCTOBER, false), "civil", 3, OCTOBER, "PROVINCE", true);
    rate(civil(OCTOBER, false), "civil", 5, OCTOBER, "OWN", false); // default: counts nowhere
    rate(civil(OCTOBER, true), "civil", 1, OCTOBER, "OWN", true); // test: counts nowhere
    rate(civil(LONG_AGO, false), "civil", 5, LONG_AGO, "OWN", true);
    long own = cases.decided(here, local, here.unit("west"), here.unit("west"), OCTOBER, false);
    rate(own, "west", 4, OCTOBER, "OWN", true);
    for (String at : new String[] {"2026-10-15", "2026-11-12", "2026-11-13", "2026-11-19"}) {
      cases.open(here, raised, here.unit("east"), Instant.parse(at + "T02:00:00Z"), false);
    }
    cases.open(here, local, here.unit("west"), NOW, false);
    cases.open(here, local, here.unit("west"), NOW, true);
  }

  private long civil(Instant at, boolean test) {
    return cases.decided(here, raised, here.unit("east"), here.unit("civil"), at, test);
  }

  private void rate(long id, String unit, int grade, Instant at, String source, boolean active) {
    boolean test = grade == 1 && at.equals(OCTOBER);
    var given =
        new PastRating(
            id,
            1,
            here.unit(unit),
            here.subDistricts().get(unit),
            grade,
            grade == 1 ? List.of("RUDE") : List.of(),
            null,
            at,
            active,
            test,
            "LINK",
            source,
            null);
    districts.in(here.id(), () -> scope.write(() -> ratings.record(given)));
  }

  private static JsonNode board(Client who, Map<String, ?> filter) {
    return who.data(BOARD, "filter", filter).get("board");
  }

  @Test
  void satisfactionShowsNumeratorAndDenominatorByUnitAndMonth() {
    JsonNode cells = board(signedIn(here, "admin"), Map.of()).get("satisfaction");

    assertThat(cells).hasSize(3);
    assertThat(cell(cells, "区民政局", "2026-09-01")).isEqualTo("1/2 of 3, 500‰, 667‰");
    assertThat(cell(cells, "区民政局", "2026-10-01")).isEqualTo("1/1 of 2, 1000‰, 500‰");
    assertThat(cell(cells, "城西街道便民服务中心", "2026-10-01")).isEqualTo("1/1 of 1, 1000‰, 1000‰");
  }

  private static String cell(JsonNode cells, String unit, String month) {
    for (JsonNode cell : cells) {
      if (cell.at("/unit/name").asString().equals(unit)
          && cell.get("month").asString().equals(month)) {
        return "%s/%s of %s, %s‰, %s‰"
            .formatted(
                cell.get("satisfied"),
                cell.get("rated"),
                cell.get("decided"),
                cell.get("satisfactionRate"),
                cell.get("activeRate"));
      }
    }
    throw new AssertionError("no cell of " + unit + " in " + month + ": " + cells);
  }

  @Test
  void everyRatingFigureIsTheLengthOfTheListItOpens() {
    for (String person : new String[] {"admin", "supervisor", "head@civil", "admin@east"}) {
      Client who = signedIn(here, person);
      for (JsonNode cell : board(who, Map.of()).get("satisfaction")) {
        var filter =
            Map.of("unitId", cell.at("/unit/id").asString(), "month", cell.get("month").asString());
        JsonNode list =
            who.data(
                    "query($f: RatingFilter!) { ratings(filter: $f, first: 200) { totalCount nodes { grade } } }",
                    "f",
                    filter)
                .get("ratings");
        assertThat(list.get("nodes")).hasSize(cell.get("rated").asInt());
        assertThat(list.get("totalCount")).isEqualTo(cell.get("rated"));
        long satisfied =
            list.get("nodes").valueStream().filter(node -> node.get("grade").asInt() >= 3).count();
        assertThat(cell.get("satisfied").isNull() ? 0 : cell.get("satisfied").asLong())
            .isEqualTo(satisfied);
      }
    }
  }

  @Test
  void everyDutyFigureIsTheLengthOfTheListItOpens() {
    for (String person : new String[] {"admin", "leader", "head@civil", "admin@east"}) {
      Client who = signedIn(here, person);
      JsonNode counts = board(who, Map.of()).get("duties");
      for (JsonNode count : counts) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("unitId", count.at("/unit/id").asString());
        filter.put("kind", count.get("kind").asString());
        filter.put("light", count.get("light").asString());
        JsonNode list =
            who.data(
                    "query($f: DutyFilter) { duties(filter: $f, first: 200) { totalCount nodes { light } } }",
                    "f",
                    filter)
                .get("duties");
        assertThat(list.get("totalCount")).isEqualTo(count.get("count"));
        assertThat(list.get("nodes")).hasSize(count.get("count").asInt());
      }
    }
    JsonNode all = board(signedIn(here, "admin"), Map.of()).get("duties");
    assertThat(all.findValuesAsString("light")).contains("DARK", "RED", "YELLOW", "GREEN");
    assertThat(all.valueStream().mapToInt(row -> row.get("count").asInt()).sum()).isEqualTo(5);
  }

  @Test
  void everyDecidedFigureIsTheLengthOfTheListItOpens() {
    int shown = 0;
    for (String person : new String[] {"admin", "supervisor", "head@civil", "admin@east"}) {
      Client who = signedIn(here, person);
      for (JsonNode cell : board(who, Map.of("fromMonth", "2025-11-01")).get("satisfaction")) {
        String unit = cell.at("/unit/id").asString();
        assertThat(decided(who, unit, cell.get("month").asString()))
            .hasSize(cell.get("decided").asInt())
            .allMatch(one -> one.at("/decideUnit/id").asString().equals(unit));
        shown += cell.get("decided").asInt();
      }
    }
    assertThat(shown).isEqualTo(7 + 7 + 6);
    String civil = cn.lianban.graphql.Ids.of("Unit", here.unit("civil"));
    assertThat(decided(signedIn(districts.fresh(), "supervisor"), civil, "2026-10-31")).isEmpty();
    assertThat(decided(signedIn(here, "clerk@west"), civil, "2026-10-31")).isEmpty();
  }

  /** Two by two. */
  private static List<JsonNode> decided(Client who, String unit, String month) {
    String query =
        "query($unit: ID!, $month: Date!, $after: String) { decidedCases(unitId: $unit, month: $month, first: 2, after: $after) { nodes { number decideUnit { id } } pageInfo { hasNextPage endCursor } } }";
    List<JsonNode> found = new ArrayList<>();
    JsonNode page = null;
    while (page == null || page.at("/pageInfo/hasNextPage").asBoolean()) {
      String after = page == null ? null : page.at("/pageInfo/endCursor").asString();
      page = who.data(query, "unit", unit, "month", month, "after", after).get("decidedCases");
      page.get("nodes").forEach(found::add);
    }
    return found;
  }

  @Test
  void whatPartnersAndApplicantsHandedInIsOursAndOnlyWhatAFileBroughtIsImported() {
    for (String source : List.of("WINDOW", "ONLINE", "PARENT", "p-4f2k9x1m")) {
      entered(source, false);
    }
    entered("省一体化平台", true);

    JsonNode notes =
        board(signedIn(here, "admin"), Map.of("fromMonth", "2026-11-01", "toMonth", "2026-11-01"))
            .get("notes");
    assertThat(notes.at("/2/coverage").asString()).contains("办结件 5 件", "4 件（80.0%）", "导入 1 件");
  }

  private void entered(String source, boolean imported) {
    var applicant =
        new Applicant(
            Applicant.Kind.PERSON, "王小明", Applicant.IdKind.OTHER, "1", "13800138000", null);
    var seen = Map.of(1, MaterialState.ORIGINAL_SEEN, 2, MaterialState.COPY);
    var wanted =
        imported
            ? new NewCase(raised, applicant, seen, NOW, "", source, "A1", null, false)
            : new NewCase(raised, applicant, seen, NOW, "", source, null, false);
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  long id = past.accept(wanted, here.unit("civil"), NOW).id();
                  past.decide(id, CaseOutcome.PASSED, null, null, NOW);
                  return id;
                }));
  }

  @Test
  void eachLevelSeesItsOwnUnitsAndClerksNoBoard() {
    assertThat(unitsSeenBy("head@civil")).containsOnly("区民政局");
    assertThat(unitsSeenBy("admin@east")).containsOnly("城东街道便民服务中心");
    assertThat(unitsSeenBy("auditor")).hasSize(3);
    assertThat(board(signedIn(districts.fresh(), "admin"), Map.of()).get("duties")).isEmpty();
    for (String person : new String[] {"clerk@east", "officer@civil"}) {
      assertThat(signedIn(here, person).errorCode(BOARD)).isEqualTo("FORBIDDEN");
    }
    assertThat(anonymous().errorCode(BOARD)).isEqualTo("UNAUTHENTICATED");
  }

  private java.util.Set<String> unitsSeenBy(String person) {
    JsonNode board = board(signedIn(here, person), Map.of());
    java.util.Set<String> names = new java.util.HashSet<>();
    board.get("duties").forEach(row -> names.add(row.at("/unit/name").asString()));
    board.get("satisfaction").forEach(row -> names.add(row.at("/unit/name").asString()));
    return names;
  }

  @Test
  void aFilterNarrowsUnitsAndMonths() {
    Client admin = signedIn(here, "admin");
    String civil = cn.lianban.graphql.Ids.of("Unit", here.unit("civil"));
    String west = cn.lianban.graphql.Ids.of("SubDistrict", here.subDistricts().get("west"));

    var october = Map.of("unitId", civil, "fromMonth", "2026-10-05", "toMonth", "2026-10-06");
    assertThat(board(admin, october).get("satisfaction")).hasSize(1);
    assertThat(board(admin, Map.of("fromMonth", "2025-11-01")).get("satisfaction")).hasSize(4);
    assertThat(board(admin, Map.of("subDistrictId", west)).get("satisfaction")).hasSize(1);
    assertThat(admin.errorCode(BOARD, "filter", Map.of("fromMonth", "2027-01-01")))
        .isEqualTo("BAD_INPUT");
  }

  @Test
  void theNotesSayWhichShareOfTheWorkTheFiguresContain() {
    JsonNode notes = board(signedIn(here, "admin"), Map.of()).get("notes");

    assertThat(notes.findValuesAsString("figure"))
        .containsExactly("duties", "satisfactionRate", "activeRate");
    assertThat(notes.at("/1/coverage").asString()).contains("评价 4 件", "3 件（75.0%）", "导入 1 件");
    assertThat(notes.at("/2/coverage").asString()).contains("办结件 6 件", "6 件（100.0%）");
    assertThat(notes.at("/1/coverageEn").asString())
        .contains("4 ratings", "3 made here (75.0%)", "1 imported");
    assertThat(notes.findValuesAsString("coverageEn"))
        .hasSize(3)
        .noneMatch(words -> words.codePoints().anyMatch(Character::isIdeographic));
  }

  @Test
  void theBoardCostsTheSameStatementsWhateverItCounts() {
    TestDistrict empty = districts.fresh();
    Client there = signedIn(empty, "admin");
    Client full = signedIn(here, "admin");

    int least = Statements.during(sql, () -> board(there, Map.of()));
    int most = Statements.during(sql, () -> board(full, Map.of()));
    assertThat(most).isEqualTo(least).isLessThanOrEqualTo(5); // one of them reads who is asking
  }
}
