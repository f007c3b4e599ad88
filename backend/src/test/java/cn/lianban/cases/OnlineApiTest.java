package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnlineApiTest extends OnlineStory {

  @Test
  void whatACitizenFilesIsReceivedAtTheUnitHeChoseAndItsFiveDaysRun() {
    String token = token();
    String dropped = upload(token, TestFiles.pdf(3_000, "拍错了"));
    String meant = upload(token, PDF);
    JsonNode receipt = submit(citizen, form(token, meant)).get("receipt");
    assertThat(receipt.get("answerBy").asString()).isEqualTo("2026-11-27");
    assertThat(sms.texts(here, mobile, 2).getLast())
        .contains(receipt.get("number").asString(), receipt.get("queryPassword").asString());

    JsonNode file = caseOf(clerk, receipt);
    assertThat(file.get("status").asString()).isEqualTo("RECEIVED");
    assertThat(file.at("/acceptUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(file.at("/applicant/mobile").asString()).endsWith(mobile.substring(7));
    assertThat(file.get("materials").get(0).get("state").asString()).isEqualTo("COPY");
    assertThat(file.get("attachments")).hasSize(1);
    JsonNode seen = file.get("attachments").get(0);
    assertThat(seen.get("id").asString()).isEqualTo(meant).isNotEqualTo(dropped);
    assertThat(seen.get("source").asString()).isEqualTo("ONLINE");
    assertThat(seen.get("viewerCanOpen").asBoolean()).isTrue();
    assertThat(clock(clerk, file, "CASE_ACCEPTANCE").get("dueOn").asString())
        .isEqualTo("2026-11-27");
    assertThat(queueOf(clerk)).contains(receipt.get("number").asString());

    assertThat(caseOf(signedIn(here, "clerk@west"), receipt).isNull()).isTrue();
    assertThat(
            act(clerk, "caseAcceptReceived", file, "materials", ALL).at("/case/status").asString())
        .isEqualTo("ACCEPTED");
    assertThat(sms.texts(here, mobile, 3).getLast()).contains("已受理");
  }

  @Test
  void handedInTwiceItIsOneCaseAndTheLastPasswordHolds() {
    String token = token();
    Map<String, Object> form = form(token);
    JsonNode first = submit(citizen, form).get("receipt");
    JsonNode retry = submit(citizen, form).get("receipt");
    form.put("idempotencyKey", Client.key());
    JsonNode last = submit(citizen, form).get("receipt");
    assertThat(List.of(retry.get("number"), last.get("number"))).containsOnly(first.get("number"));
    assertThat(page("caseProgressOpen", last, Map.of()).at("/progress/status").asString())
        .isEqualTo("RECEIVED");
    assertThat(ticket(citizen, token, PDF).at("/userErrors/0/code").asString())
        .isEqualTo("FILING_OVER");
  }

  @Test
  void fiveWrongCodesUseTheCodeUp() {
    sendCode(citizen);
    String code = sms.code(here, mobile, 1);
    String wrong = code.equals("000000") ? "000001" : "000000";
    JsonNode refused = open(Client.key(), wrong);
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("CODE_WRONG");
    for (int i = 0; i < 4; i++) {
      assertThat(open(Client.key(), wrong)).isEqualTo(refused);
    }
    assertThat(open(Client.key(), code)).isEqualTo(refused);
  }

  @Test
  void aCodeThatIsOverAnotherNumbersAndOneThatNeverWasAnswerAsAWrongOne() {
    JsonNode never = open(Client.key(), "123456");
    sendCode(citizen);
    String code = sms.code(here, mobile, 1);
    now.freeze(now.instant().plus(Duration.ofMinutes(6)));
    assertThat(open(Client.key(), code)).isEqualTo(never);
    assertThat(never.at("/userErrors/0/code").asString()).isEqualTo("CODE_WRONG");
  }

  @Test
  void anotherCodeIsSentAfterAMinuteAndTheAnswerSaysNothingOfTheNumber() {
    JsonNode sent = sendCode(citizen);
    assertThat(sent.get("nextAfter").asInt()).isEqualTo(60);
    assertThat(sendCode(citizen).at("/userErrors/0/code").asString()).isEqualTo("TOO_MANY");
    String known = mobile;
    mobile = "13000000001"; // nobody's
    assertThat(sendCode(citizen)).isEqualTo(sent);
    mobile = known;
    now.freeze(now.instant().plus(Duration.ofSeconds(61)));
    assertThat(sendCode(citizen)).isEqualTo(sent);
  }

  @Test
  void whoLosesTheAnswerAsksAgainWithTheSameKeyAndGetsAnotherToken() {
    sendCode(citizen);
    String code = sms.code(here, mobile, 1);
    String key = Client.key();
    String lost = open(key, code).get("token").asString();
    String again = open(key, code).get("token").asString();
    assertThat(again).isNotEqualTo(lost);
    assertThat(submit(citizen, form(lost)).at("/userErrors/0/code").asString())
        .isEqualTo("FILING_OVER");
    assertThat(submit(citizen, form(again)).get("receipt").isNull()).isFalse();
    assertThat(open(Client.key(), code).at("/userErrors/0/code").asString())
        .isEqualTo("CODE_WRONG");
  }

  @Test
  void aTokenIsWorthNothingUnderAnotherDistrictForStaffAndAfterTwoHours() {
    String token = token();
    JsonNode over = submit(citizen, form("A".repeat(43)));
    assertThat(over.at("/userErrors/0/code").asString()).isEqualTo("FILING_OVER");
    assertThat(submit(citizenOf(districts.fresh()), form(token))).isEqualTo(over);
    assertThat(submit(clerk, form(token))).isEqualTo(over);
    assertThat(ticket(citizenOf(districts.fresh()), token, PDF).at("/userErrors/0/code").asString())
        .isEqualTo("FILING_OVER");
    now.freeze(now.instant().plus(Duration.ofMinutes(121)));
    assertThat(submit(citizen, form(token))).isEqualTo(over);
  }

  @Test
  void whatAWindowWouldRefuseIsRefusedHereTooAndTheTokenStaysGood() {
    String token = token();
    Map<String, Object> form = form(token);
    form.put("unitId", Ids.of("Unit", here.unit("west")));
    assertThat(submit(citizen, form).at("/userErrors/0/field").asString()).isEqualTo("unitId");
    Map<String, Object> wrong = form(token);
    wrong.put(
        "applicant",
        Map.of(
            "kind",
            "PERSON",
            "name",
            "王小明",
            "idKind",
            "IDENTITY_CARD",
            "idNumber",
            "110105194912310021"));
    assertThat(submit(citizen, wrong).at("/userErrors/0/code").asString())
        .isEqualTo("ID_NUMBER_INVALID");
    assertThat(submit(citizen, form(token)).get("receipt").isNull()).isFalse();
  }

  @Test
  void onlyPhotosAndPdfByTheirContentComeFromOutside() {
    String token = token();
    byte[] text = "只是文字，没有别的".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    JsonNode upload =
        call(
                citizen,
                "filingUpload",
                " { upload { path ticket received } userErrors { code } } }",
                Map.of("token", token, "name", "说明.txt", "size", text.length))
            .get("upload");
    var answer = TestFiles.send(citizen, upload, text, 0);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestFiles.json(answer).get("code").asString()).isEqualTo("FILE_TYPE");
    assertThat(
            call(
                    citizen,
                    "filingUpload",
                    " { upload { path } userErrors { code } } }",
                    Map.of("token", token, "name", "大.pdf", "size", 30_000_000))
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("FILE_SIZE");
  }

  @Test
  void whatWasAskedForIsUploadedOnTheProgressPageAndTheClerkOpensIt() {
    JsonNode receipt = submit(citizen, form(token())).get("receipt");
    Map<String, Object> file = Map.of("name", "户口簿.pdf", "size", PDF.length);
    assertThat(page("caseProgressUpload", receipt, file).at("/userErrors/0/code").asString())
        .isEqualTo("NOTHING_ASKED");
    supplement(clerk, caseOf(clerk, receipt), null);
    assertThat(sms.texts(here, mobile, 3).getLast()).contains("需要补交材料");

    JsonNode upload = page("caseProgressUpload", receipt, file).get("upload");
    assertThat(TestFiles.send(citizen, upload, PDF, 0).statusCode()).isEqualTo(200);
    JsonNode seen = caseOf(clerk, receipt).get("attachments").get(0);
    assertThat(seen.get("name").asString()).isEqualTo("户口簿.pdf");
    String url =
        call(
                clerk,
                "attachmentOpen",
                " { url userErrors { code } } }",
                Map.of("id", seen.get("id").asString()))
            .get("url")
            .asString();
    assertThat(clerk.download(url).body()).isEqualTo(PDF);

    JsonNode wrong =
        call(
            citizen,
            "caseProgressUpload",
            " { upload { path } userErrors { code } } }",
            Map.of(
                "number",
                receipt.get("number").asString(),
                "password",
                receipt.get("queryPassword").asString().equals("000000") ? "1" : "000000",
                "name",
                "户口簿.pdf",
                "size",
                10));
    assertThat(wrong.at("/userErrors/0/code").asString()).isEqualTo("PROGRESS_NOT_FOUND");
  }

  @Test
  void theApplicantIsToldBySmsAsLongAsHeWishes() {
    Map<String, Object> form = form(token());
    form.put("news", false);
    JsonNode receipt = submit(citizen, form).get("receipt");
    JsonNode opened = page("caseProgressOpen", receipt, Map.of()).get("progress");
    assertThat(opened.get("news").asBoolean()).isFalse();
    JsonNode on = page("caseProgressNews", receipt, Map.of("wished", true));
    assertThat(on.at("/progress/news").asBoolean()).isTrue();
    JsonNode off = page("caseProgressNews", receipt, Map.of("wished", false));
    assertThat(off.at("/progress/news").asBoolean()).isFalse();
    act(clerk, "caseNotAccept", caseOf(clerk, receipt), "reason", "不属于本机关职权");
    assertThat(sms.texts(here, mobile, 2)).noneMatch(text -> text.contains("不予受理"));
  }

  @Test
  void atTheWindowItIsATickAndNeedsANumber() {
    Map<String, Object> input = CaseStory.input(item);
    input.put("news", true);
    @SuppressWarnings("unchecked")
    Map<String, Object> who = (Map<String, Object>) input.get("applicant");
    who.remove("mobile");
    assertThat(CaseStory.accept(clerk, input).at("/userErrors/0/field").asString())
        .isEqualTo("applicant.mobile");
    who.put("mobile", mobile);
    JsonNode accepted = CaseStory.accept(clerk, input);
    JsonNode known = accepted.deepCopy();
    assertThat(
            page(
                    "caseProgressOpen",
                    ((tools.jackson.databind.node.ObjectNode) known)
                        .set("number", accepted.at("/case/number")),
                    Map.of())
                .at("/progress/news")
                .asBoolean())
        .isTrue();
  }

  private static List<String> queueOf(Client who) {
    return who.data("{ duties(first: 50) { nodes { case { number } } } }")
        .at("/duties/nodes")
        .findValuesAsString("number");
  }
}
