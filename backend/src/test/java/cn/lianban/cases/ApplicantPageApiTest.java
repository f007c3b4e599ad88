package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.db.papers.Tables.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.outbox.SmsOf;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

class ApplicantPageApiTest extends LegalClockStory {
  @Autowired private ApplicationContext context;

  private static final String FIELDS =
      " { progress { status pausedReason pausedBasis pausedUntil owedUntil missing missingUntil owed canWithdraw moves { kind cause oldDueOn newDueOn } steps { name } } userErrors { code field } } }";

  @Test
  void theApplicantSeesWhatIsMissingAndTellsThatHeSentIt() {
    JsonNode received = receiveWithPassword();
    JsonNode told = supplement(clerk, received.get("case"), null).get("case");
    JsonNode seen = page(received, "caseProgressOpen").get("progress");
    assertThat(seen.get("missing").get(0).asString()).isEqualTo("户口簿复印件");
    assertThat(seen.get("missingUntil").asString()).isEqualTo("2026-12-31");

    page(received, "caseProgressSupplement", "note", "照片两张，已寄出");
    assertThat(CaseStory.read(clerk, told).get("timeline").findValuesAsString("note"))
        .contains("照片两张，已寄出");
  }

  @Test
  void whoIsAskedForNothingHasNothingToSend() {
    JsonNode received = receiveWithPassword();
    assertThat(
            page(received, "caseProgressSupplement", "note", "照片")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("NOTHING_ASKED");
  }

  @Test
  void theApplicantWithdrawsOnHisPageOnceAndNotAfterTheDecision() {
    JsonNode received = receiveWithPassword();
    for (int i = 0; i < 2; i++) {
      assertThat(
              page(received, "caseProgressWithdraw", "reason", "不办了")
                  .at("/progress/status")
                  .asString())
          .isEqualTo("WITHDRAWN");
    }
    JsonNode accepted = CaseStory.accept(clerk, CaseStory.input(item));
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted.get("case")).get("case"))
            .get("case");
    act(officer, "caseDecide", signed, "outcome", "PASSED");
    assertThat(
            page(accepted, "caseProgressWithdraw", "reason", "不办了")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void aWrongPasswordWithdrawsNothing() {
    JsonNode received = receiveWithPassword();
    JsonNode wrong =
        citizenOf(here)
            .data(
                "mutation($input: CaseProgressWithdrawInput!) { caseProgressWithdraw(input: $input)"
                    + FIELDS,
                "input",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "number",
                    received.at("/case/number").asString(),
                    "password",
                    received.get("queryPassword").asString().equals("000000") ? "000001" : "000000",
                    "reason",
                    "不办了"))
            .get("caseProgressWithdraw");
    assertThat(wrong.at("/userErrors/0/code").asString()).isEqualTo("PROGRESS_NOT_FOUND");
    assertThat(CaseStory.read(clerk, received.get("case")).get("status").asString())
        .isEqualTo("RECEIVED");
  }

  @Test
  void everyMoveOfTheExpectedDayHasItsCause() {
    JsonNode accepted = CaseStory.accept(clerk, CaseStory.input(item));
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted.get("case")).get("case"))
            .get("case");
    act(signedIn(here, "head@civil"), "caseExtend", signed, "by", 3, "reason", "须现场核实");
    JsonNode moves = page(accepted, "caseProgressOpen").at("/progress/moves");
    assertThat(moves.findValuesAsString("cause")).isEqualTo(List.of("须现场核实"));
    assertThat(moves.get(0).get("newDueOn").asString()).isEqualTo("2026-12-02");
  }

  @Test
  void aRetriedSupplementIsOneLineAndEveryChangeOfHisIsAudited() {
    JsonNode received = receiveWithPassword();
    JsonNode told = supplement(clerk, received.get("case"), null).get("case");
    String key = Client.key();
    for (int i = 0; i < 2; i++) {
      assertThat(
              page(received, "caseProgressSupplement", "note", "已寄出", "idempotencyKey", key)
                  .at("/userErrors"))
          .isEmpty();
    }
    assertThat(
            page(received, "caseProgressSupplement", "note", "别的", "idempotencyKey", key)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("IDEMPOTENCY_CONFLICT");
    assertThat(
            CaseStory.read(clerk, told).get("timeline").findValuesAsString("kind").stream()
                .filter("SUPPLEMENT_SENT"::equals))
        .hasSize(1);
    page(received, "caseProgressWithdraw", "reason", "不办了");
    assertThat(Audited.facts(districts, sql, here, "case.own_supplement_sent")).hasSize(1);
    assertThat(Audited.facts(districts, sql, here, "case.own_withdraw")).hasSize(1);
  }

  @Test
  void acceptanceByLawIsAudited() {
    JsonNode file = receive();
    now.freeze(Instant.parse("2026-11-30T02:00:00Z"));
    deem(file);
    assertThat(Audited.facts(districts, sql, here, "case.deem")).hasSize(1);
  }

  @Test
  void aPauseSaysOnHisPageAndBySmsWhatItWaitsForAndUntilWhen() {
    Map<String, Object> wishing = CaseStory.input(item);
    String mobile =
        "139" + java.util.concurrent.ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    @SuppressWarnings("unchecked")
    Map<String, Object> applicant = (Map<String, Object>) wishing.get("applicant");
    applicant.put("mobile", mobile);
    wishing.put("news", true);
    JsonNode accepted = CaseStory.accept(clerk, wishing);
    JsonNode paused = pause(accepted.get("case"), null);
    assertThat(toldAt(paused)).isEqualTo("2026-11-20T02:00:00Z"); // by SMS, as he wished
    JsonNode seen = page(accepted, "caseProgressOpen").get("progress");
    assertThat(seen.get("pausedReason").asString()).isEqualTo("HEARING");
    assertThat(seen.get("pausedBasis").asString()).isEqualTo("《行政许可法》第四十五条");
    assertThat(seen.get("pausedUntil").asString()).isEqualTo("2026-12-31");
    act(clerk, "caseResume", paused);
    assertThat(page(accepted, "caseProgressOpen").at("/progress/pausedUntil").isNull()).isTrue();

    List<String> texts = new SmsOf(context).texts(here, mobile, 2);
    assertThat(texts).anyMatch(text -> text.contains("听证") && text.contains("2026-12-31"));
    assertThat(texts).anyMatch(text -> text.contains("已恢复计时"));
  }

  @Test
  void whoDidNotAskForSmsIsToldByWhoeverSaysSoOrByThePaper() {
    JsonNode one = pause(CaseStory.accept(clerk, CaseStory.input(item)).get("case"), null);
    assertThat(toldAt(one)).isEqualTo("null");
    JsonNode two = pause(CaseStory.accept(clerk, CaseStory.input(item)).get("case"), true);
    assertThat(toldAt(two)).isEqualTo("2026-11-20T02:00:00Z");

    now.freeze(Instant.parse("2026-11-23T02:00:00Z"));
    JsonNode paper = print(one, "SUSPENSION");
    assertThat(paper.at("/paper/title").asString()).isEqualTo("特别程序告知书");
    assertThat(toldAt(one)).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(print(one, "EXTENSION").at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void aSupplementIsNoReasonToStopTheDecisionsClock() {
    JsonNode file = CaseStory.accept(clerk, CaseStory.input(item)).get("case");
    JsonNode refused =
        act(
            clerk,
            "caseSuspend",
            file,
            "reason",
            "SUPPLEMENT",
            "basis",
            "第三十二条",
            "expectedUntil",
            "2026-12-31");
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("BY_NOTICE");
    assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("reason");
  }

  @Test
  void whatIsOwedHasItsDay() {
    allow("owableDays", 10);
    Map<String, Object> owing = CaseStory.input(item);
    owing.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "OWED")));
    JsonNode accepted = CaseStory.accept(clerk, owing);
    assertThat(page(accepted, "caseProgressOpen").at("/progress/owedUntil").asString())
        .isEqualTo("2026-12-04");
  }

  @Test
  void aRefusalToAcceptIsWrittenOnlyOnceItIsOneAndStatesTheReasonOnRecord() {
    JsonNode file = receive();
    assertThat(print(file, "NON_ACCEPTANCE").at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATE");
    act(clerk, "caseNotAccept", file, "reason", "不属于本机关职权范围");
    assertThat(print(file, "NON_ACCEPTANCE").at("/paper/title").asString()).isEqualTo("不予受理通知书");
    assertThat(
            districts.in(
                here.id(),
                () ->
                    sql.select(PAPER.BODY)
                        .from(PAPER)
                        .where(PAPER.DISTRICT_ID.eq(here.id()))
                        .fetch(PAPER.BODY)))
        .singleElement()
        .asString()
        .contains("不属于本机关职权范围");
  }

  private JsonNode print(JsonNode file, String kind) {
    return clerk
        .data(
            "mutation($input: PaperPrintInput!) { paperPrint(input: $input) { paper { title } userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(), "caseId", file.get("id").asString(), "kind", kind))
        .get("paperPrint");
  }

  private JsonNode pause(JsonNode file, Boolean told) {
    return act(
            clerk,
            "caseSuspend",
            file,
            "reason",
            "HEARING",
            "basis",
            "《行政许可法》第四十五条",
            "expectedUntil",
            "2026-12-31",
            "told",
            told)
        .get("case");
  }

  private String toldAt(JsonNode file) {
    JsonNode found =
        clerk
            .data(
                "query($id: ID!) { case(id: $id) { duty { suspensions { toldAt } } } }",
                "id",
                file.get("id").asString())
            .at("/case/duty/suspensions/0/toldAt");
    return found.isNull()
        ? "null"
        : java.time.OffsetDateTime.parse(found.asString()).toInstant().toString();
  }

  private JsonNode receiveWithPassword() {
    return clerk
        .data(
            "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } queryPassword userErrors { code } } } "
                + CaseStory.FIELDS,
            "input",
            CaseStory.input(item))
        .get("caseReceive");
  }

  private JsonNode page(JsonNode opened, String mutation, String... more) {
    Map<String, Object> input = new java.util.HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("number", opened.at("/case/number").asString());
    input.put("password", opened.get("queryPassword").asString());
    for (int i = 0; i < more.length; i += 2) {
      input.put(more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return citizenOf(here)
        .data(
            "mutation($input: %s!) { %s(input: $input)".formatted(type, mutation) + FIELDS,
            "input",
            input)
        .get(mutation);
  }
}
