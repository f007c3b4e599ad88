package cn.lianban.organisation;

import static cn.lianban.db.identity.Tables.LOGIN;
import static cn.lianban.db.identity.Tables.POST;
import static cn.lianban.organisation.OrganisationStory.change;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static cn.lianban.organisation.OrganisationStory.merger;
import static cn.lianban.organisation.OrganisationStory.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.clock.TestRungs;
import cn.lianban.graphql.Ids;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Departments are merged while their cases run. */
class MergerApiTest extends DepartmentsAtWork {
  @Autowired private Posts posts;
  @Autowired private TestRungs rungs;

  @Test
  void whatIsOpenGoesOverAndTheClocksPiecesStillAddUp() {
    JsonNode before = duties("civil").at("/nodes/0");

    JsonNode done = merge("区民政和交通运输局");

    JsonNode part = done.at("/change/parts/0");
    assertThat(part.at("/went/duties").asInt()).isEqualTo(1);
    assertThat(part.at("/went/cases").asInt()).isEqualTo(3);
    assertThat(part.at("/went/items").asInt()).isEqualTo(2);
    assertThat(part.at("/went/posts").asInt()).isEqualTo(2);
    assertThat(part.at("/from/closedOn").asString()).isEqualTo(TODAY);
    JsonNode after = duties(part.at("/to/id").asString()).at("/nodes/0");
    assertThat(after.get("id")).isEqualTo(before.get("id"));
    assertThat(after.get("dueOn")).isEqualTo(before.get("dueOn"));
    assertThat(after.get("consumed")).isEqualTo(before.get("consumed"));
    assertThat(after.get("segments").findValuesAsString("name"))
        .containsExactly("城东街道便民服务中心", "区民政局", "区民政和交通运输局");
    assertThat(after.get("segments").valueStream().mapToInt(s -> s.get("consumed").asInt()).sum())
        .isEqualTo(after.get("consumed").asInt());
    assertThat(after.get("events").findValuesAsString("cause"))
        .anyMatch(cause -> cause.contains("机构合并") && cause.contains("区委编发"));
    assertThat(duties("civil").get("totalCount").asInt()).isZero();
  }

  @Test
  void thePeopleOfTheMergedDepartmentGoOnWithTheirWork() {
    merge("区民政和交通运输局");

    Client officer = signedIn(here, "officer@civil");
    assertThat(officer.data("{ viewer { unit { name } } }").at("/viewer/unit/name").asString())
        .isEqualTo("区民政和交通运输局");
    JsonNode toSign =
        officer.data("{ casesToSign(first: 10) { nodes { id } } }").at("/casesToSign/nodes");
    assertThat(toSign.findValuesAsString("id")).containsExactly(Ids.of("Case", waiting));
    assertThat(act(officer, "caseSign", waiting)).isEmpty();
    assertThat(act(officer, "caseDecide", signed, "outcome", "PASSED")).isEmpty();
  }

  @Test
  void aPartnersSystemOfTheMergedDepartmentHandsItsCasesInAtTheSuccessor() {
    for (String unit : new String[] {"civil", "transport", "east"}) {
      OrganisationStory.call(
          admin,
          "partnerRegister",
          Map.of(
              "idempotencyKey",
              Client.key(),
              "name",
              unit,
              "unitId",
              id(here.unit(unit)),
              "scopes",
              List.of("CASE_SUBMIT")),
          "userErrors { code field }");
    }
    String partners = "{ partners { name version unit { name } } }";
    Client neighbour = signedIn(districts.fresh(), "admin");

    merge("区民政和交通运输局");

    JsonNode after = admin.data(partners).get("partners");
    assertThat(after.valueStream().map(one -> one.at("/unit/name").asString()))
        .containsExactlyInAnyOrder("区民政和交通运输局", "区民政和交通运输局", "城东街道便民服务中心");
    assertThat(after.valueStream().map(one -> one.get("version").asInt()))
        .containsExactlyInAnyOrder(1, 1, 0);
    assertThat(neighbour.data(partners).get("partners")).isEmpty();
  }

  @Test
  void pointsOfOneNameAreToldApartAndAPostHeldInBothUnitsIsHeldOnce() {
    for (String unit : new String[] {"civil", "transport"}) {
      assertThat(
              code(
                  OrganisationStory.call(
                      admin,
                      "servicePointCreate",
                      Map.of(
                          "idempotencyKey",
                          Client.key(),
                          "kind",
                          "HALL",
                          "name",
                          "一楼大厅",
                          "unitId",
                          id(here.unit(unit))),
                      "userErrors { code field }")))
          .isEmpty();
    }
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  long officer = account("officer@civil");
                  posts.assign(officer, Role.DEPARTMENT_OFFICER, here.unit("transport"), null);
                  posts.assign(officer, Role.WINDOW_CLERK, here.unit("transport"), null);
                  return officer;
                }));

    merge("区民政和交通运输局");

    assertThat(
            admin
                .data("{ servicePoints { nodes { name unit { name } } } }")
                .at("/servicePoints/nodes")
                .findValuesAsString("name"))
        .containsOnly("一楼大厅", "一楼大厅（区交通运输局）", "区民政和交通运输局");
    assertThat(
            districts.in(
                here.id(),
                () ->
                    scope.write(
                        () ->
                            sql.select(POST.ROLE)
                                .from(POST)
                                .where(POST.DISTRICT_ID.eq(here.id()), POST.ENDED_ON.isNull())
                                .and(POST.ACCOUNT_ID.eq(account("officer@civil")))
                                .fetch(POST.ROLE))))
        .containsExactlyInAnyOrder("DEPARTMENT_OFFICER", "WINDOW_CLERK");
  }

  @Test
  void anAlertIsAnsweredByTheSuccessorAlsoWhenSupervisionSendsItBack() {
    now.freeze(Instant.parse("2027-01-11T02:00:00Z")); // long overdue
    rungs.fire(here.id());
    Client before = signedIn(here, "officer@civil");
    JsonNode answered = alertsOf(before, "区民政局").getFirst();
    assertThat(
            code(
                OrganisationStory.call(
                    before,
                    "alertAnswer",
                    OrganisationStory.with(seen(answered), "reason", "人手不足", "measures", "已调配"),
                    "userErrors { code field }")))
        .isEmpty();

    change(
        admin,
        "unitsMerge",
        merger(
            admin,
            "2027-01-11",
            List.of(id(here.unit("civil")), id(here.unit("transport"))),
            "intoName",
            "区民政和交通运输局"));

    Client supervisor = signedIn(here, "supervisor");
    JsonNode judged =
        alertsOf(supervisor, "区民政和交通运输局").stream()
            .filter(one -> one.get("id").equals(answered.get("id")))
            .findFirst()
            .orElseThrow();
    OrganisationStory.call(
        supervisor,
        "alertJudge",
        OrganisationStory.with(seen(judged), "accept", false, "note", "理由不充分"),
        "userErrors { code field }");
    Client officer = signedIn(here, "officer@transport");
    assertThat(alertsOf(officer, "区民政局")).isEmpty();
    assertThat(alertsOf(officer, "区民政和交通运输局"))
        .allMatch(one -> one.get("viewerCanAnswer").asBoolean())
        .anyMatch(one -> one.get("id").equals(answered.get("id")));
  }

  private static List<JsonNode> alertsOf(Client who, String unit) {
    return who.data(
            "{ alerts(filter: {}) { nodes { id state version unit { name } viewerCanAnswer } } }")
        .at("/alerts/nodes")
        .valueStream()
        .filter(one -> one.at("/unit/name").asString().equals(unit))
        .toList();
  }

  private static Map<String, Object> seen(JsonNode row) {
    return Map.of(
        "idempotencyKey", Client.key(),
        "id", row.get("id").asString(),
        "expectedVersion", row.get("version").asInt());
  }

  private long account(String person) {
    return Objects.requireNonNull(
        sql.select(LOGIN.ACCOUNT_ID)
            .from(LOGIN)
            .where(LOGIN.NAME.eq(here.loginOf(person)))
            .fetchOne(LOGIN.ACCOUNT_ID));
  }

  @Test
  void aFigureReadsAsThenAndAsToday() {
    String merged = merge("区民政和交通运输局").at("/change/parts/0/to/id").asString();
    String board =
        "query($f: BoardFilter) { board(filter: $f) { satisfaction { unit { id name } decided } } }";

    JsonNode then = admin.data(board, "f", Map.of()).at("/board/satisfaction");
    JsonNode today = admin.data(board, "f", Map.of("asToday", true)).at("/board/satisfaction");

    assertThat(then.findValuesAsString("name")).containsExactly("区民政局");
    assertThat(today.findValuesAsString("id")).containsExactly(merged);
    assertThat(today.at("/0/decided")).isEqualTo(then.at("/0/decided"));
    JsonNode narrowed =
        admin.data(board, "f", Map.of("asToday", true, "unitId", merged)).at("/board/satisfaction");
    assertThat(narrowed).isEqualTo(today);
  }

  @Test
  void closedUnitsLeaveTheListAndStayFindable() {
    merge("区民政和交通运输局");

    JsonNode open = admin.data("{ units { name } }").get("units");
    JsonNode all = admin.data("{ units(withClosed: true) { name closedOn } }").get("units");

    assertThat(open.findValuesAsString("name")).hasSize(3).contains("区民政和交通运输局");
    assertThat(all).hasSize(5);
    JsonNode civil = unit(admin, id(here.unit("civil")));
    assertThat(civil.get("closedOn").asString()).isEqualTo(TODAY);
    assertThat(civil.at("/changes/0/kind").asString()).isEqualTo("MERGE");
  }

  @Test
  void onlyTheDistrictsAdministratorMayAndTheNeighbourSeesNothing() {
    Map<String, Object> input =
        merger(admin, TODAY, List.of(id(here.unit("civil"))), "intoId", id(here.unit("transport")));
    String document = OrganisationStory.document("unitsMerge", OrganisationStory.CHANGE);
    for (String person : new String[] {"head@civil", "admin@east", "supervisor", "clerk@east"}) {
      assertThat(signedIn(here, person).errorCode(document, "input", input)).isEqualTo("FORBIDDEN");
    }
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(code(change(neighbour, "unitsMerge", input))).isEqualTo("NOT_FOUND");
    merge("区综合局");
    assertThat(neighbour.data("{ unitChanges { nodes { id } } }").at("/unitChanges/nodes"))
        .isEmpty();
    assertThat(unit(neighbour, id(here.unit("civil"))).isNull()).isTrue();
  }
}
