package cn.lianban.walk;

import cn.lianban.exchange.ImportStory;
import cn.lianban.graphql.Ids;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import cn.lianban.testing.TestFiles;
import cn.lianban.testing.TestItems;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Two districts with the same story in each; in ours, a sub-district beside our own. */
class World {
  static final String FOREIGN_WORD = "金丝雀";
  private static final String ACCOUNT = "select account_id from identity.login where name = ?";
  private static final String POST =
      "select p.id from identity.post p join identity.login l using (district_id, account_id) where l.name = ?";
  static final String SIBLING_WORD = "山雀";
  private static final String ACCEPT =
      "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { case { id version number duty { id } } userErrors { code field } } }";
  private static final String VERSION = "query($id: ID!) { case(id: $id) { version } }";
  private static final String LOCAL_DAY =
      "mutation($input: LocalDaySetInput!) { localDaySet(input: $input) { userErrors { code } } }";

  private final TestDistricts districts;
  private final TestItems items;
  private final Accounts accounts;
  private final Posts posts;
  private final TenantScope scope;
  private final HikariDataSource pool;

  World(
      TestDistricts districts,
      TestItems items,
      Accounts accounts,
      Posts posts,
      TenantScope scope,
      HikariDataSource pool) {
    this.districts = districts;
    this.items = items;
    this.accounts = accounts;
    this.posts = posts;
    this.scope = scope;
    this.pool = pool;
  }

  /** Everything that a walk needs. */
  record Neighbours(TestDistrict here, Side own, Side sibling, Side foreign, int marked) {}

  Neighbours build(Function<String, Client> signIn, Function<TestDistrict, Client> citizen)
      throws Exception {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    operator(here);
    Side own = story(here, "east", signIn);
    Side west = story(here, "west", signIn);
    Side foreign = story(there, "east", signIn);
    rate(citizen.apply(here), rated(here, session(here, signIn), item(own), signIn));
    rate(citizen.apply(there), rated(there, session(there, signIn), item(foreign), signIn));
    // what every level of a district may read is not the sibling's secret
    Side sibling =
        new Side(
            west.caseId(),
            west.dutyId(),
            west.number(),
            own.itemId(),
            own.unitId(),
            own.departmentId(),
            own.subDistrictId(),
            west.accountId(),
            west.postId(),
            west.absenceId(),
            own.pointId(),
            own.token(),
            own.submitToken(),
            west.files(),
            own.moreBut(
                "file", west.more("file"),
                "paper", west.more("paper"),
                "Alert", west.more("Alert"),
                "Consultation", west.more("Consultation")));
    try (Connection admin = AdminConnection.open(pool)) {
      int marked =
          Canary.plant(admin, FOREIGN_WORD, there.id(), null)
              + Canary.plant(admin, SIBLING_WORD, here.id(), here.subDistricts().get("west"));
      return new Neighbours(here, own, sibling, foreign, marked);
    }
  }

  private static Client session(TestDistrict district, Function<String, Client> signIn) {
    return signIn.apply(district.loginOf("clerk@east"));
  }

  private static long item(Side side) {
    return Ids.parse("Item", side.itemId());
  }

  private static void rate(Client citizen, String token) {
    JsonNode answer =
        citizen.data(
            "mutation($input: RatingSubmitInput!) { ratingSubmit(input: $input) { userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey",
                Client.key(),
                "token",
                token,
                "grade",
                5,
                "optionVersion",
                1,
                "options",
                List.of(),
                "comment",
                "办得很快"));
    if (!answer.at("/ratingSubmit/userErrors").isEmpty()) {
      throw new AssertionError(answer.toString());
    }
  }

  private void operator(TestDistrict here) {
    districts.in(
        0,
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(
                              here.loginOf("operator"), "运维员", TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
                  return id;
                }));
  }

  private Side story(TestDistrict district, String where, Function<String, Client> signIn)
      throws Exception {
    long item = items.licence(district, "食品经营许可", district.unit("civil"), district.unit(where));
    signIn
        .apply(district.loginOf("admin"))
        .data(LOCAL_DAY, "input", localDay()); // the day that an administrator may take back
    Client clerk = signIn.apply(district.loginOf("clerk@" + where));
    JsonNode accepted = file(clerk, Ids.of("Item", item));
    if (where.equals("east")) {
      act(clerk, "caseHandUp", accepted.get("id").asString());
    }
    return new Side(
        accepted.get("id").asString(),
        accepted.at("/duty/id").asString(),
        accepted.get("number").asString(),
        Ids.of("Item", item),
        Ids.of("Unit", district.unit(where)),
        Ids.of("Unit", district.unit("civil")),
        Ids.of("SubDistrict", district.subDistricts().get(where)),
        Ids.of("Account", number(ACCOUNT, district.loginOf("clerk@" + where))),
        Ids.of("Post", number(POST, district.loginOf("clerk@" + where))),
        Away.recorded(clerk),
        EntriesOfOrganisation.station(
            signIn.apply(district.loginOf("admin")), district.unit(where)),
        rated(district, clerk, item, signIn),
        rated(district, clerk, item, signIn),
        files(signIn.apply(district.loginOf("admin"))),
        more(
            more(
                more(
                    papers(clerk, accepted.get("id").asString()),
                    EntriesOfConsultations.asked(clerk, Ids.of("Item", item))),
                more(
                    CatalogRows.of(district, item, signIn),
                    EntriesOfAlerts.alert(pool, district, where, accepted.get("id").asString()))),
            StepRows.of(district, items, where, signIn)));
  }

  private static Map<String, String> more(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private static Side.Files files(Client admin) {
    ImportStory story =
        new ImportStory(admin).upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称", "区教育体育局"));
    JsonNode started =
        admin.data(
            "mutation($input: DataExportStartInput!) { dataExportStart(input: $input) { dataExport { id } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "listing", "units", "format", "CSV"));
    return new Side.Files(story.id(), started.at("/dataExportStart/dataExport/id").asString());
  }

  /** An attachment and a camera's secret of the case. */
  private static Map<String, String> papers(Client clerk, String id) {
    long number = Ids.parse("Case", id);
    JsonNode invited =
        clerk.data(
            "mutation($input: CameraInviteInput!) { cameraInvite(input: $input) { link userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "caseId", id));
    return Map.of(
        "file", TestFiles.attach(clerk, number, "申请表.pdf", TestFiles.pdf(500, "walk")),
        "paper", paper(clerk, id),
        "cameraToken", invited.at("/cameraInvite/link").asString().replaceAll(".*#", ""));
  }

  private static String paper(Client clerk, String id) {
    return clerk
        .data(
            "mutation($input: PaperPrintInput!) { paperPrint(input: $input) { paper { id } userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "caseId", id, "kind", "RECEIPT"))
        .at("/paperPrint/paper/id")
        .asString();
  }

  /** A decided case of its own with an open rating link; answers the link's token. */
  private static String rated(
      TestDistrict district, Client clerk, long item, Function<String, Client> signIn) {
    String id = file(clerk, Ids.of("Item", item)).get("id").asString();
    Client officer = signIn.apply(district.loginOf("officer@civil"));
    act(clerk, "caseHandUp", id);
    act(officer, "caseSign", id);
    act(officer, "caseDecide", id, "outcome", "PASSED");
    JsonNode invited =
        clerk.data(
            "mutation($input: RatingInviteInput!) { ratingInvite(input: $input) { link userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "caseId", id));
    return invited.at("/ratingInvite/link").asString().replaceAll(".*#", "");
  }

  static void act(Client who, String mutation, String id, Object... more) {
    int version = who.data(VERSION, "id", id).at("/case/version").asInt();
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", id);
    input.put("expectedVersion", version);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    JsonNode done =
        who.data(
            "mutation($input: %s!) { %s(input: $input) { userErrors { code } } }"
                .formatted(type, mutation),
            "input",
            input);
    if (!done.at("/" + mutation + "/userErrors").isEmpty()) {
      throw new AssertionError(done.toString());
    }
  }

  static JsonNode file(Client clerk, String item) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", item);
    input.put(
        "applicant",
        Map.of(
            "kind", "PERSON",
            "name", "王小明",
            "idKind", "IDENTITY_CARD",
            "idNumber", "11010519491231002X"));
    input.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY")));
    return clerk.data(ACCEPT, "input", input).at("/caseAccept/case");
  }

  private static Map<String, Object> localDay() {
    return Map.of("idempotencyKey", Client.key(), "day", "2026-11-26", "off", true, "name", "县庆");
  }

  private long number(String query, String argument) throws Exception {
    try (Connection admin = AdminConnection.open(pool);
        var statement = admin.prepareStatement(query)) {
      statement.setString(1, argument);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
