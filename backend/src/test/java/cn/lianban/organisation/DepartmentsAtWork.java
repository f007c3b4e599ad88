package cn.lianban.organisation;

import static cn.lianban.organisation.OrganisationStory.change;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static cn.lianban.organisation.OrganisationStory.merger;
import static cn.lianban.organisation.OrganisationStory.order;
import static cn.lianban.organisation.OrganisationStory.unit;
import static cn.lianban.organisation.OrganisationStory.version;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district whose department of civil affairs has cases at work. */
abstract class DepartmentsAtWork extends ApiTestBase {
  static final String DUTIES =
      """
      query($unit: ID!) { duties(filter: {unitId: $unit}, first: 20) { totalCount
        nodes { id dueOn consumed ownerUnit { name } segments { holder { name } consumed } events { kind cause } } } }
      """;
  static final Instant MONDAY = Instant.parse("2026-11-09T02:00:00Z");
  static final Instant WEDNESDAY = Instant.parse("2026-11-11T02:00:00Z");
  static final String TODAY = "2026-11-13";
  @Autowired PastCases past;
  @Autowired TenantScope scope;
  @Autowired PlannedChanges planned;
  TestDistrict here;
  Client admin;
  long licence;
  long second;
  long signed;
  long waiting;

  @BeforeEach
  void twoDepartmentsAtWork() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-13T02:00:00Z"));
    admin = signedIn(here, "admin");
    licence = items.licence(here, "道路运输经营许可", here.unit("civil"), here.unit("east"));
    second = items.licence(here, "殡葬设施审批", here.unit("civil"), here.unit("east"));
    signed = handedUp(licence, true);
    waiting = handedUp(second, false);
    TestCases cases = new TestCases(districts, scope, past);
    cases.decided(here, licence, here.unit("east"), here.unit("civil"), MONDAY, false);
  }

  long handedUp(long item, boolean sign) {
    long id =
        new TestCases(districts, scope, past).open(here, item, here.unit("east"), MONDAY, false);
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  past.handUp(id, MONDAY);
                  if (sign) {
                    past.sign(id, WEDNESDAY);
                  }
                  return id;
                }));
    return id;
  }

  JsonNode merge(String name) {
    JsonNode done =
        change(
            admin,
            "unitsMerge",
            merger(
                admin,
                TODAY,
                List.of(id(here.unit("civil")), id(here.unit("transport"))),
                "intoName",
                name));
    assertThat(code(done)).isEmpty();
    return done;
  }

  Map<String, Object> split(boolean ends, Map<String, Object> part) {
    String civil = id(here.unit("civil"));
    return order(
        TODAY,
        Map.of(
            "id",
            civil,
            "expectedVersion",
            version(admin, civil),
            "ends",
            ends,
            "parts",
            List.of(part)));
  }

  JsonNode duties(String unit) {
    String id = here.units().containsKey(unit) ? id(here.unit(unit)) : unit;
    return admin.data(DUTIES, "unit", id).get("duties");
  }

  static String item(long id) {
    return Ids.of("Item", id);
  }

  static String act(Client who, String mutation, long caseId, Object... more) {
    String id = Ids.of("Case", caseId);
    int version =
        who.data("query($id: ID!) { case(id: $id) { version } }", "id", id)
            .at("/case/version")
            .asInt();
    Map<String, Object> input =
        OrganisationStory.with(
            Map.of("idempotencyKey", Client.key(), "id", id, "expectedVersion", version), more);
    return code(OrganisationStory.call(who, mutation, input, "userErrors { code field }"));
  }
}
