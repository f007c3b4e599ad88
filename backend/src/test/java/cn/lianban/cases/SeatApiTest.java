package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import cn.lianban.testing.TestFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has several posts, or stands in for somebody, works in the post that takes part. */
class SeatApiTest extends PeopleStory {
  private TestDistrict here;
  private JsonNode file;

  @BeforeEach
  void aCaseThatTheDepartmentHolds() {
    here = districts.fresh();
    JsonNode sent = handedUp(here);
    file = CaseStory.act(signedIn(here, "officer@civil"), "caseSign", sent).get("case");
  }

  /** First an officer of one department, then of the other. */
  private Client withTwoPosts() {
    person(here, "both", Role.DEPARTMENT_OFFICER, "transport");
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  posts.assign(
                      accountOf("both"), Role.DEPARTMENT_OFFICER, here.unit("civil"), null);
                  return true;
                }));
    return signedIn(here, "both");
  }

  private long accountOf(String person) {
    return account(here, person);
  }

  private Map<String, Object> of(Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("caseId", file.get("id").asString());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return input;
  }

  private void worksForTheDepartment(Client who) {
    JsonNode paper =
        who.data(
                "mutation($input: PaperPrintInput!) { paperPrint(input: $input) { paper { unit { name } } userErrors { code } } }",
                "input",
                of("kind", "ACCEPTANCE"))
            .get("paperPrint");
    assertThat(paper.at("/paper/unit/name").asString()).as(paper.toString()).isEqualTo("区民政局");

    byte[] content = TestFiles.pdf(1_000, "核查表");
    JsonNode upload =
        who.data(
                "mutation($input: AttachmentUploadInput!) { attachmentUpload(input: $input) { upload { path ticket received } userErrors { code } } }",
                "input",
                of("name", "核查表.pdf", "size", content.length))
            .at("/attachmentUpload/upload");
    TestFiles.send(who, upload, content, 0);
    assertThat(
            who.data(
                    "query($id: ID!) { case(id: $id) { attachments { unit { name } } } }",
                    "id",
                    file.get("id").asString())
                .at("/case/attachments")
                .findValuesAsString("name"))
        .containsExactly("区民政局");

    String link =
        who.data(
                "mutation($input: CameraInviteInput!) { cameraInvite(input: $input) { link userErrors { code } } }",
                "input",
                of())
            .at("/cameraInvite/link")
            .asString();
    assertThat(
            citizenOf(here)
                .data(
                    "mutation($input: CameraOpenInput!) { cameraOpen(input: $input) { subject { unitName } } }",
                    "input",
                    Map.of("idempotencyKey", Client.key(), "token", link.replaceAll(".*#", "")))
                .at("/cameraOpen/subject/unitName")
                .asString())
        .isEqualTo("区民政局");
  }

  @Test
  void thePostThatTakesPartCountsAndNotTheFirst() {
    worksForTheDepartment(withTwoPosts());
  }

  @Test
  void aDeputyWithoutAUnitOfHisOwnPrintsUploadsAndPhotographsForTheAbsent() {
    Client leader = signedIn(here, "leader");
    String print =
        "mutation($input: PaperPrintInput!) { paperPrint(input: $input) { paper { id } userErrors { code } } }";
    assertThat(leader.errorCode(print, "input", of("kind", "ACCEPTANCE"))).isEqualTo("FORBIDDEN");
    JsonNode away = absent(signedIn(here, "admin"), here, "officer@civil", "leader", 0, 2);
    assertThat(away.get("userErrors")).isEmpty();

    worksForTheDepartment(leader);
    assertThat(
            signedIn(here, "auditor")
                .data("{ auditEntries(filter: {action: \"paper.print\"}) { nodes { facts } } }")
                .toString())
        .contains("account:" + account(here, "officer@civil"));
  }

  @Test
  void aClerkOfTwoWindowsChoosesAndTheScreenIsToldBetweenWhich() {
    long item =
        items.licence(
            here, "高龄津贴发放", here.unit("transport"), here.unit("civil"), here.unit("transport"));
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new cn.lianban.identity.Accounts.NewAccount(
                              here.loginOf("window"), "窗口", TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, Role.WINDOW_CLERK, here.unit("civil"), null);
                  posts.assign(id, Role.WINDOW_CLERK, here.unit("transport"), null);
                  return id;
                }));
    Client window = signedIn(here, "window");
    assertThat(
            window
                .data("{ viewer { viewerCanAcceptCases acceptUnits { name } } }")
                .at("/viewer/acceptUnits")
                .findValuesAsString("name"))
        .containsExactly("区民政局", "区交通运输局");
    for (String unit : List.of("civil", "transport")) {
      Map<String, Object> input = CaseStory.input(item);
      input.put("unitId", Ids.of("Unit", here.unit(unit)));
      assertThat(CaseStory.accept(window, input).at("/case/acceptUnit/name").asString())
          .isEqualTo(unit.equals("civil") ? "区民政局" : "区交通运输局");
    }
    Map<String, Object> elsewhere = CaseStory.input(item);
    elsewhere.put("unitId", Ids.of("Unit", here.unit("east")));
    assertThat(CaseStory.accept(window, elsewhere).at("/userErrors/0/field").asString())
        .isEqualTo("unitId");

    Client officer = signedIn(here, "officer@civil");
    assertThat(officer.data("{ viewer { acceptUnits { name } } }").at("/viewer/acceptUnits"))
        .isEmpty();
  }
}
