package cn.lianban.papers;

import static cn.lianban.testing.TestFiles.ask;
import static cn.lianban.testing.TestFiles.attach;
import static cn.lianban.testing.TestFiles.json;
import static cn.lianban.testing.TestFiles.pdf;
import static cn.lianban.testing.TestFiles.send;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AttachmentApiTest extends ApiTestBase {
  private static final String LIST =
      "query($id: ID!) { case(id: $id) { viewerCanAttach attachments { id name mediaType size source state unit { name } viewerCanOpen } } }";
  private static final String OPEN =
      "mutation($input: AttachmentOpenInput!) { attachmentOpen(input: $input) { url userErrors { code field } } }";
  private static final String REMOVE =
      "mutation($input: AttachmentRemoveInput!) { attachmentRemove(input: $input) { case { attachments { id } } userErrors { code field } } }";
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private HikariDataSource pool;
  private TestDistrict here;
  private Client clerk;
  private long caseId;

  @BeforeEach
  void anOpenCase() {
    here = districts.fresh();
    clerk = signedIn(here, "clerk@east");
    caseId = open(here);
  }

  private long open(TestDistrict district) {
    long item = items.licence(district, "高龄津贴发放", district.unit("civil"), district.unit("east"));
    return new TestCases(districts, scope, past)
        .open(district, item, district.unit("east"), now.instant(), false);
  }

  private JsonNode list(Client who) {
    return who.data(LIST, "id", TestCases.id(caseId)).at("/case/attachments");
  }

  private JsonNode open(Client who, String file) {
    return who.data(OPEN, "input", Map.of("idempotencyKey", Client.key(), "id", file))
        .get("attachmentOpen");
  }

  private long used() {
    return signedIn(here, "admin")
        .data("{ storageUse { usedBytes } }")
        .at("/storageUse/usedBytes")
        .asLong();
  }

  @Test
  void aFileIsUploadedListedDownloadedAndTakenBack() {
    byte[] content = pdf(200_000, "一");
    String file = attach(clerk, caseId, "王小明·身份证𪚥.pdf", content);

    JsonNode seen = list(clerk).get(0);
    assertThat(seen.get("name").asString()).isEqualTo("王小明·身份证𪚥.pdf");
    assertThat(seen.get("mediaType").asString()).isEqualTo("application/pdf");
    assertThat(seen.at("/unit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(used()).isEqualTo(200_000);
    HttpResponse<byte[]> got = clerk.download(open(clerk, file).get("url").asString());
    assertThat(got.body()).isEqualTo(content);
    assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"file.pdf\"; filename*=UTF-8''%E7%8E%8B");
    assertThat(got.headers().firstValue("Cache-Control")).contains("private, no-store");

    var input = Map.of("idempotencyKey", Client.key(), "id", file, "reason", "传错了人");
    assertThat(clerk.data(REMOVE, "input", input).at("/attachmentRemove/case/attachments"))
        .isEmpty();
    assertThat(used()).isZero();
    assertThat(open(clerk, file).at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aFileDroppedAtNinetyPerCentLeavesNothingCountedAndGoesOnWhereItBroke() throws Exception {
    byte[] content = pdf(1_000_000, "二");
    String key = Client.key();
    JsonNode upload = ask(clerk, caseId, key, "大文件.pdf", content.length).get("upload");

    dropAt(upload, content, 900_000);

    assertThat(used()).isZero();
    assertThat(list(clerk)).isEmpty();
    JsonNode again = ask(clerk, caseId, key, "大文件.pdf", content.length).get("upload");
    int received = again.get("received").asInt();
    assertThat(received).isBetween(1, 900_000);
    assertThat(send(clerk, again, new byte[] {1}, 5).statusCode()).isEqualTo(409);
    byte[] rest = Arrays.copyOfRange(content, received, content.length);
    HttpResponse<String> done = send(clerk, again, rest, received);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);

    String file = json(done).get("id").asString();
    assertThat(clerk.download(open(clerk, file).get("url").asString()).body()).isEqualTo(content);
    HttpResponse<String> lostAnswer = send(clerk, again, rest, received);
    assertThat(json(lostAnswer).get("id").asString()).isEqualTo(file);
    assertThat(used()).isEqualTo(1_000_000);
  }

  /** Says it will send everything, sends a part and hangs up; waits until the part has arrived. */
  private void dropAt(JsonNode upload, byte[] content, int length) throws Exception {
    try (Socket line = new Socket("localhost", port)) {
      OutputStream out = line.getOutputStream();
      out.write(
          ("PUT "
                  + upload.get("path").asString()
                  + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                  + content.length
                  + "\r\nContent-Type: application/octet-stream\r\nCookie: "
                  + clerk.cookieHeader()
                  + "\r\nX-XSRF-TOKEN: "
                  + clerk.csrfToken()
                  + "\r\nUpload-Ticket: "
                  + upload.get("ticket").asString()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(content, 0, length);
      out.flush();
    }
    for (int i = 0; i < 100; i++) {
      Thread.sleep(50);
      JsonNode upload2 = ask(clerk, caseId, Client.key(), "探.pdf", 10).get("upload");
      assertThat(upload2.get("received").asLong()).isZero();
      if (send(clerk, upload, new byte[0], -1).statusCode() == 409
          && json(send(clerk, upload, new byte[0], -1)).get("received").asLong() > 0) {
        return;
      }
    }
  }

  @Test
  void aRenamedProgramIsRefusedByItsContentWithClearWords() {
    byte[] program = new byte[300_000];
    program[0] = 'M';
    program[1] = 'Z';
    JsonNode upload = ask(clerk, caseId, Client.key(), "身份证.jpg", program.length).get("upload");

    HttpResponse<String> refused = send(clerk, upload, Arrays.copyOf(program, 100_000), 0);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("FILE_TYPE");
    assertThat(json(refused).get("message").asString()).contains("身份证.jpg", "可执行程序");
    assertThat(used()).isZero();
  }

  @Test
  void twoGigabytesAreRefusedBeforeTheyAreSentAndSoIsWhatTheQuotaCannotHold() throws Exception {
    JsonNode large = ask(clerk, caseId, Client.key(), "录像.pdf", 2_147_483_648L);
    assertThat(large.at("/userErrors/0/code").asString()).isEqualTo("FILE_SIZE");
    assertThat(large.at("/userErrors/0/message").asString()).contains("100 MB");
    byte[] content = pdf(60_000, "三");
    attach(clerk, caseId, "一.pdf", content);
    JsonNode second = ask(clerk, caseId, Client.key(), "二.pdf", content.length).get("upload");
    try (Connection admin = AdminConnection.open(pool);
        var statement = admin.createStatement()) {
      statement.execute(
          "update files.district_store set quota_bytes = 100000 where district_id = " + here.id());
    }

    assertThat(
            ask(clerk, caseId, Client.key(), "三.pdf", content.length)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("QUOTA");
    HttpResponse<String> late = send(clerk, second, content, 0);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(json(late).get("code").asString()).isEqualTo("QUOTA");
    assertThat(used()).isEqualTo(60_000);
  }

  @Test
  void whoTakesNoPartSeesThatThereIsAFileAndNothingMore() {
    String file = attach(clerk, caseId, "王小明身份证.pdf", pdf(1000, "四"));
    Client admin = signedIn(here, "admin");

    JsonNode seen = list(admin).get(0);
    assertThat(seen.get("name").asString()).isEqualTo("附件 1");
    assertThat(seen.get("viewerCanOpen").asBoolean()).isFalse();
    assertThat(admin.errorCode(OPEN, "input", Map.of("idempotencyKey", Client.key(), "id", file)))
        .isEqualTo("FORBIDDEN");
    assertThat(open(signedIn(here, "clerk@west"), file).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    Client neighbour = signedIn(districts.fresh(), "clerk@east");
    assertThat(open(neighbour, file).at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    JsonNode foreign = ask(neighbour, caseId, Client.key(), "一.pdf", 10);
    assertThat(foreign.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theDepartmentSeesTheFilesOnceTheCaseIsHandedUp() {
    String file = attach(clerk, caseId, "申请表.pdf", pdf(1000, "五"));
    Client officer = signedIn(here, "officer@civil");
    assertThat(open(officer, file).at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");

    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  past.handUp(caseId, now.instant());
                  past.sign(caseId, now.instant());
                  return true;
                }));

    assertThat(officer.download(open(officer, file).get("url").asString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLinkIsForOnePersonAndForFiveMinutesAndATicketForItsOwner() {
    String url =
        open(clerk, attach(clerk, caseId, "申请表.pdf", pdf(1000, "六"))).get("url").asString();

    assertThat(anonymous().download(url).statusCode()).isEqualTo(404);
    assertThat(signedIn(here, "admin").download(url).statusCode()).isEqualTo(404);
    assertThat(signedIn(districts.fresh(), "clerk@east").download(url).statusCode()).isEqualTo(404);
    assertThat(clerk.download(url + "x").statusCode()).isEqualTo(404);
    JsonNode upload = ask(clerk, caseId, Client.key(), "二.pdf", 1000).get("upload");
    for (Client other : java.util.List.of(anonymous(), signedIn(here, "admin@east"))) {
      assertThat(send(other, upload, pdf(1000, "七"), 0).statusCode()).isEqualTo(404);
    }
    now.freeze(now.instant().plus(Duration.ofMinutes(6)));
    assertThat(clerk.download(url).statusCode()).isEqualTo(404);
    now.freeze(now.instant().plus(Duration.ofHours(24)));
    assertThat(send(clerk, upload, pdf(1000, "七"), 0).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyTheDistrictsAdministratorSeesTheStorage() {
    for (String person : java.util.List.of("clerk@east", "admin@east", "supervisor")) {
      assertThat(signedIn(here, person).errorCode("{ storageUse { usedBytes } }"))
          .isEqualTo("FORBIDDEN");
    }
  }
}
