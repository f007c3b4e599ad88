package cn.lianban.papers;

import static cn.lianban.testing.TestFiles.send;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CameraApiTest extends ApiTestBase {
  private static final byte[] PHOTO =
      Base64.getDecoder()
          .decode(
              "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==");
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  private TestDistrict here;
  private Client clerk;
  private Client phone;
  private long caseId;

  @BeforeEach
  void anOpenCase() {
    here = districts.fresh();
    clerk = signedIn(here, "clerk@east");
    phone = citizenOf(here);
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    caseId =
        new TestCases(districts, scope, past)
            .open(here, item, here.unit("east"), now.instant(), false);
  }

  private JsonNode invite(Client who, String key) {
    return who.data(
            "mutation($input: CameraInviteInput!) { cameraInvite(input: $input) { link qrSvg userErrors { code field } } }",
            "input",
            Map.of("idempotencyKey", key, "caseId", TestCases.id(caseId)))
        .get("cameraInvite");
  }

  private String token(String key) {
    return invite(clerk, key).get("link").asString().replaceAll(".*#", "");
  }

  private static JsonNode open(Client who, String token) {
    return who.data(
            "mutation($input: CameraOpenInput!) { cameraOpen(input: $input) { subject { districtName unitName itemName } userErrors { code field message } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "token", token))
        .get("cameraOpen");
  }

  private static JsonNode ask(Client who, String token, String key) {
    return who.data(
            "mutation($input: CameraUploadInput!) { cameraUpload(input: $input) { upload { path ticket received } userErrors { code field message } } }",
            "input",
            Map.of("idempotencyKey", key, "token", token, "name", "照片1.jpg", "size", PHOTO.length))
        .get("cameraUpload");
  }

  private JsonNode list() {
    return clerk
        .data(
            "query($id: ID!) { case(id: $id) { attachments { name mediaType source unit { name } viewerCanOpen } } }",
            "id",
            TestCases.id(caseId))
        .at("/case/attachments");
  }

  @Test
  void aPhoneOpensTheLinkAndSendsPhotosThatTheWindowSees() {
    String link = invite(clerk, Client.key()).get("link").asString();
    assertThat(link).matches("/photo/" + here.code() + "/#[A-Za-z0-9_-]{43}");
    String token = link.replaceAll(".*#", "");
    assertThat(open(phone, token).at("/subject/itemName").asString()).isEqualTo("高龄津贴发放");

    String key = Client.key();
    JsonNode upload = ask(phone, token, key).get("upload");
    assertThat(upload.get("path").asString()).isEqualTo("/d/" + here.code() + "/files/upload");
    assertThat(send(phone, upload, PHOTO, 0).statusCode()).isEqualTo(200);
    assertThat(send(phone, ask(phone, token, key).get("upload"), PHOTO, 0).statusCode())
        .isEqualTo(200); // a retry with the same key adds nothing

    assertThat(list()).hasSize(1);
    JsonNode seen = list().get(0);
    assertThat(seen.get("name").asString()).isEqualTo("照片1.jpg");
    assertThat(seen.get("source").asString()).isEqualTo("PHONE");
    assertThat(seen.at("/unit/name").asString()).isEqualTo("城东街道便民服务中心");
  }

  @Test
  void wrongExpiredReplacedAndForeignLinksAnswerAlike() {
    String replaced = token(Client.key());
    String key = Client.key();
    String voided = token(key);
    String live = token(key); // the same key again: another link, the first one dies
    JsonNode wrong = open(phone, "nonsense");

    assertThat(wrong.at("/userErrors/0/code").asString()).isEqualTo("CAMERA_LINK_INVALID");
    assertThat(open(phone, replaced)).isEqualTo(wrong);
    assertThat(open(phone, voided)).isEqualTo(wrong);
    assertThat(open(citizenOf(districts.fresh()), live)).isEqualTo(wrong);
    assertThat(open(anonymous(), live)).isEqualTo(wrong);
    JsonNode refused = ask(phone, "nonsense", Client.key());
    assertThat(ask(citizenOf(districts.fresh()), live, Client.key())).isEqualTo(refused);
    assertThat(ask(phone, live, Client.key()).get("upload").isNull()).isFalse();
    now.freeze(now.instant().plus(Duration.ofMinutes(16)));
    assertThat(open(phone, live)).isEqualTo(wrong);
    assertThat(ask(phone, live, Client.key())).isEqualTo(refused);
  }

  @Test
  void onlyWhoTakesPartInTheCaseInvites() {
    assertThat(
            invite(signedIn(here, "clerk@west"), Client.key()).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    assertThat(
            signedIn(here, "supervisor")
                .errorCode(
                    "mutation($input: CameraInviteInput!) { cameraInvite(input: $input) { link } }",
                    "input",
                    Map.of("idempotencyKey", Client.key(), "caseId", TestCases.id(caseId))))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void aTicketOfThePhoneIsWorthNothingUnderAnotherDistrict() {
    JsonNode upload = ask(phone, token(Client.key()), Client.key()).get("upload");
    String elsewhere = "/d/" + districts.fresh().code() + "/files/upload";

    int status =
        phone.put(elsewhere, PHOTO, "Upload-Ticket", upload.get("ticket").asString()).statusCode();

    assertThat(status).isEqualTo(404);
    assertThat(list()).isEmpty();
  }
}
