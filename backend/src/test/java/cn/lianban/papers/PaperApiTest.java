package cn.lianban.papers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PaperApiTest extends ApiTestBase {
  private static final String PRINT =
      "mutation($input: PaperPrintInput!) { paperPrint(input: $input) { paper { id kind number title templateVersion issuer } userErrors { code field } } }";
  private static final String OPEN =
      "mutation($input: PaperOpenInput!) { paperOpen(input: $input) { url userErrors { code field } } }";
  private static final String SAVE =
      "mutation($input: PaperTemplateSaveInput!) { paperTemplateSave(input: $input) { template { version body } userErrors { code field } } }";
  private static final String PREVIEW =
      "mutation($input: PaperPreviewInput!) { paperPreview(input: $input) { png userErrors { code field } } }";
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  private TestDistrict here;
  private Client clerk;
  private long caseId;

  @BeforeEach
  void anOpenCase() {
    here = districts.fresh();
    clerk = signedIn(here, "clerk@east");
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    caseId =
        new TestCases(districts, scope, past)
            .open(here, item, here.unit("east"), now.instant(), false);
  }

  private Map<String, Object> input(String kind) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("caseId", TestCases.id(caseId));
    input.put("kind", kind);
    return input;
  }

  private static JsonNode print(Client who, Map<String, Object> input) {
    return who.data(PRINT, "input", input).get("paperPrint");
  }

  private JsonNode open(Client who, String paper, String format) {
    return who.data(
            OPEN, "input", Map.of("idempotencyKey", Client.key(), "id", paper, "format", format))
        .get("paperOpen");
  }

  private static String refusal(JsonNode payload) {
    JsonNode error = payload.at("/userErrors/0");
    return error.get("code").asString()
        + (error.get("field").isNull() ? "" : "@" + error.get("field").asString());
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private void decide(CaseOutcome outcome, String reason) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  past.handUp(caseId, now.instant());
                  past.sign(caseId, now.instant());
                  past.decide(caseId, outcome, reason, null, now.instant());
                  return true;
                }));
  }

  @Test
  void aNoticeIsPrintedUnderItsNumberAndOpensAsPdfAndWord() throws Exception {
    JsonNode paper = print(clerk, input("ACCEPTANCE")).get("paper");
    int year = now.today().getYear();
    assertThat(paper.get("number").asString()).isEqualTo("〔" + year + "〕受1号");
    assertThat(paper.get("issuer").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(print(clerk, input("ACCEPTANCE")).at("/paper/number").asString())
        .isEqualTo("〔" + year + "〕受2号");

    String id = paper.get("id").asString();
    HttpResponse<byte[]> pdf = clerk.download(open(clerk, id, "PDF").get("url").asString());
    assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline");
    assertThat(text(pdf.body())).contains("王小明", "高龄津贴发放", "受理通知书", "区民政局");
    HttpResponse<byte[]> again = clerk.download(open(clerk, id, "PDF").get("url").asString());
    assertThat(again.body()).isEqualTo(pdf.body());
    HttpResponse<byte[]> word = clerk.download(open(clerk, id, "DOCX").get("url").asString());
    assertThat(word.headers().firstValue("Content-Type").orElseThrow())
        .contains("wordprocessingml");
    assertThat(word.body()[0]).isEqualTo((byte) 'P');
    JsonNode seen =
        clerk
            .data(
                "query($id: ID!) { case(id: $id) { papers { kind number unit { name } } viewerCanPrint attachments { id } } }",
                "id",
                TestCases.id(caseId))
            .get("case");
    assertThat(seen.get("papers")).hasSize(2);
    assertThat(seen.get("attachments")).isEmpty();
  }

  @Test
  void onlyPapersThatFitTheCaseArePrinted() {
    assertThat(refusal(print(clerk, input("DECISION_PASSED")))).isEqualTo("WRONG_STATE");
    assertThat(refusal(print(clerk, input("DELIVERY")))).isEqualTo("WRONG_STATE");
    assertThat(refusal(print(clerk, input("NON_ACCEPTANCE")))).isEqualTo("WRONG_STATE");
    decide(CaseOutcome.REFUSED, "不符合年龄条件");
    assertThat(refusal(print(clerk, input("DECISION_PASSED")))).isEqualTo("WRONG_STATE");
    assertThat(refusal(print(clerk, input("SUPPLEMENT")))).isEqualTo("WRONG_STATE");

    JsonNode refused = print(signedIn(here, "officer@civil"), input("DECISION_REFUSED"));
    assertThat(refused.at("/paper/issuer").asString()).isEqualTo("区民政局");
    assertThat(print(clerk, input("DELIVERY")).at("/paper/title").asString()).isEqualTo("送达回证");
  }

  @Test
  void aSupplementNoticeStatesWhatIsOnRecordAndEachRecordedOneIsPrintedOnce() throws Exception {
    assertThat(refusal(print(clerk, input("SUPPLEMENT")))).isEqualTo("WRONG_STATE");
    supplement(List.of("户口簿复印件", "近期照片两张"), "受理后发现照片不符");
    var request = input("SUPPLEMENT");
    JsonNode paper = print(clerk, request).get("paper");

    assertThat(pdfOf(paper.get("id").asString())).contains("1．户口簿复印件", "2．近期照片两张", "2099年12月31日");
    assertThat(print(clerk, request).at("/paper/id")).isEqualTo(paper.get("id")); // the same
    assertThat(refusal(print(clerk, input("SUPPLEMENT")))).isEqualTo("WRONG_STATE");

    supplement(List.of("还有一份"), "漏看了");
    assertThat(pdfOf(print(clerk, input("SUPPLEMENT")).at("/paper/id").asString()))
        .contains("还有一份")
        .doesNotContain("户口簿");
  }

  private void supplement(List<String> missing, String anomaly) {
    JsonNode file =
        clerk
            .data("query($id: ID!) { case(id: $id) { version } }", "id", TestCases.id(caseId))
            .get("case");
    assertThat(
            clerk
                .data(
                    "mutation($input: CaseSupplementInput!) { caseSupplement(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of(
                        "idempotencyKey",
                        Client.key(),
                        "id",
                        TestCases.id(caseId),
                        "expectedVersion",
                        file.get("version").asInt(),
                        "missing",
                        missing,
                        "until",
                        "2099-12-31",
                        "anomaly",
                        anomaly))
                .at("/caseSupplement/userErrors"))
        .isEmpty();
  }

  @Test
  void anExtensionIsToldInWritingWithItsReason() throws Exception {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  past.handUp(caseId, now.instant());
                  past.sign(caseId, now.instant());
                  past.extend(caseId, 5, "须现场核实", now.instant());
                  return true;
                }));
    Client officer = signedIn(here, "officer@civil");
    JsonNode paper = print(officer, input("EXTENSION")).get("paper");
    assertThat(paper.get("issuer").asString()).isEqualTo("区民政局");
    String link = open(officer, paper.get("id").asString(), "PDF").get("url").asString();
    assertThat(text(officer.download(link).body())).contains("延长5个工作日", "须现场核实", "第四十二条");
  }

  @Test
  void whoTakesNoPartPrintsAndOpensNothing() {
    String paper = print(clerk, input("RECEIPT")).at("/paper/id").asString();

    assertThat(signedIn(here, "supervisor").errorCode(PRINT, "input", input("RECEIPT")))
        .isEqualTo("FORBIDDEN");
    assertThat(refusal(print(signedIn(here, "clerk@west"), input("RECEIPT"))))
        .isEqualTo("NOT_FOUND@caseId");
    assertThat(refusal(open(signedIn(here, "clerk@west"), paper, "PDF"))).isEqualTo("NOT_FOUND@id");
    assertThat(refusal(open(signedIn(districts.fresh(), "clerk@east"), paper, "PDF")))
        .isEqualTo("NOT_FOUND@id");
    assertThat(refusal(open(signedIn(here, "officer@civil"), paper, "PDF")))
        .isEqualTo("NOT_FOUND@id");
    byte[] first = clerk.download(open(clerk, paper, "PDF").get("url").asString()).body();
    decide(CaseOutcome.PASSED, null);
    Client officer = signedIn(here, "officer@civil");
    assertThat(officer.download(open(officer, paper, "PDF").get("url").asString()).body())
        .isEqualTo(first); // the very file, not another rendering
  }

  private Map<String, Object> template(int expected, String body) {
    return Map.of(
        "idempotencyKey",
        Client.key(),
        "kind",
        "RECEIPT",
        "expectedVersion",
        expected,
        "title",
        "收件凭证",
        "body",
        body);
  }

  @Test
  void aPrintedPaperKeepsItsTemplateWhenTheDistrictWritesANewOne() throws Exception {
    Client admin = signedIn(here, "admin");
    String before = print(clerk, input("RECEIPT")).at("/paper/id").asString();

    JsonNode saved =
        admin.data(SAVE, "input", template(1, ">{applicant}：\n本区的话。")).get("paperTemplateSave");
    assertThat(saved.at("/template/version").asInt()).isEqualTo(2);
    assertThat(refusal(admin.data(SAVE, "input", template(1, "晚了一步")).get("paperTemplateSave")))
        .isEqualTo("VERSION_CONFLICT");
    assertThat(refusal(admin.data(SAVE, "input", template(2, "{姓名}")).get("paperTemplateSave")))
        .isEqualTo("UNKNOWN_FIELD@body");

    JsonNode after = print(clerk, input("RECEIPT")).get("paper");
    assertThat(after.get("templateVersion").asInt()).isEqualTo(2);
    assertThat(pdfOf(after.get("id").asString())).contains("王小明：本区的话。");
    assertThat(pdfOf(before)).contains("五个工作日").doesNotContain("本区的话");
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(neighbour.data("{ paperTemplates { version } }").toString()).doesNotContain("2");
    assertThat(clerk.errorCode(SAVE, "input", template(2, "x"))).isEqualTo("FORBIDDEN");
    String versions = "{ paperTemplateVersions(kind: RECEIPT) { version body savedBy savedAt } }";
    JsonNode all = admin.data(versions).get("paperTemplateVersions");
    assertThat(all).hasSize(2);
    assertThat(all.at("/0/body").asString()).contains("本区的话");
    assertThat(all.at("/0/savedBy").asString()).isEqualTo("测试员admin");
    assertThat(all.at("/1/savedAt").isNull()).as("the built-in text comes last").isTrue();
    assertThat(clerk.errorCode(versions)).isEqualTo("FORBIDDEN");
    assertThat(signedIn(districts.fresh(), "admin").data(versions).get("paperTemplateVersions"))
        .hasSize(1);
    assertThat(clerk.errorCode("{ paperTemplates { kind } }")).isEqualTo("FORBIDDEN");
  }

  private String pdfOf(String paper) throws Exception {
    return text(clerk.download(open(clerk, paper, "PDF").get("url").asString()).body());
  }

  @Test
  void aTemplateIsSeenBeforeItIsSaved() {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "kind",
            "RECEIPT",
            "title",
            "凭证",
            "body",
            "{applicant}");
    Client admin = signedIn(here, "admin");

    assertThat(admin.data(PREVIEW, "input", input).at("/paperPreview/png").asString())
        .startsWith("data:image/png;base64,iVBOR");
    assertThat(clerk.errorCode(PREVIEW, "input", input)).isEqualTo("FORBIDDEN");
    Map<String, Object> wrong = new HashMap<>(input);
    wrong.put("body", "{谁}");
    assertThat(refusal(admin.data(PREVIEW, "input", wrong).get("paperPreview")))
        .isEqualTo("UNKNOWN_FIELD@body");
  }
}
