package cn.lianban.cases;

import cn.lianban.graphql.Ids;
import cn.lianban.outbox.SmsOf;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Filing without an account as a citizen's page does it. */
abstract class OnlineStory extends LegalClockStory {
  static final byte[] PDF = TestFiles.pdf(2_000, "申请书");
  private static final String TICKET =
      " { upload { path ticket received } userErrors { code field } } }";
  @Autowired private ApplicationContext context;
  SmsOf sms;
  Client citizen;
  String mobile;

  @BeforeEach
  void aCitizen() {
    sms = new SmsOf(context);
    citizen = citizenOf(here);
    mobile = "137" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
  }

  static JsonNode call(Client who, String mutation, String answer, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.putIfAbsent("idempotencyKey", Client.key());
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return who.data(
            "mutation($input: %s!) { %s(input: $input)".formatted(type, mutation) + answer,
            "input",
            input)
        .get(mutation);
  }

  JsonNode sendCode(Client who) {
    return call(
        who, "filingCode", " { nextAfter userErrors { code field } } }", Map.of("mobile", mobile));
  }

  JsonNode open(String key, String code) {
    return call(
        citizen,
        "filingOpen",
        " { token expiresAt userErrors { code field message } } }",
        Map.of(
            "idempotencyKey", key, "itemId", Ids.of("Item", item), "mobile", mobile, "code", code));
  }

  /** A code, the code confirmed: a token. */
  String token() {
    sendCode(citizen);
    return open(Client.key(), sms.code(here, mobile, 1)).get("token").asString();
  }

  static JsonNode ticket(Client who, String token, byte[] content) {
    return call(
        who,
        "filingUpload",
        TICKET,
        Map.of("token", token, "materialSeq", 1, "name", "申请书.pdf", "size", content.length));
  }

  /** Sends a file of the filing; answers its id. */
  String upload(String token, byte[] content) {
    JsonNode upload = ticket(citizen, token, content).get("upload");
    return TestFiles.json(TestFiles.send(citizen, upload, content, 0)).get("id").asString();
  }

  Map<String, Object> form(String token, String... files) {
    Map<String, Object> form = new HashMap<>();
    form.put("idempotencyKey", Client.key());
    form.put("token", token);
    form.put("unitId", Ids.of("Unit", here.unit("east")));
    form.put("applicant", CaseStory.input(item).get("applicant"));
    form.put("materials", List.of(1));
    form.put("files", List.of(files));
    form.put("news", true);
    return form;
  }

  static JsonNode submit(Client who, Map<String, Object> form) {
    return call(
        who,
        "filingSubmit",
        " { receipt { number queryPassword itemName unitName answerBy } userErrors { code field } } }",
        form);
  }

  JsonNode caseOf(Client who, JsonNode receipt) {
    return who.data(
            "query($number: String!) { caseByNumber(number: $number) { ...All attachments { id name source materialSeq viewerCanOpen } } } "
                + CaseStory.FIELDS,
            "number",
            receipt.get("number").asString())
        .get("caseByNumber");
  }

  JsonNode page(String mutation, JsonNode receipt, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("number", receipt.get("number").asString());
    input.put("password", receipt.get("queryPassword").asString());
    String answer =
        mutation.equals("caseProgressUpload")
            ? TICKET
            : " { progress { status missing news } userErrors { code field } } }";
    return call(citizen, mutation, answer, input);
  }
}
