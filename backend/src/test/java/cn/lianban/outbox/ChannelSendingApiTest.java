package cn.lianban.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.outbox.LocalReceiver.Came;
import cn.lianban.outbox.LocalReceiver.Reply;
import cn.lianban.testing.Client;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves through webhooks, robots and the SMS gateway, on a real connection. */
class ChannelSendingApiTest extends OutboxStory {
  private static final String SECRET = "a-secret-of-sixteen-and-more";
  private static final String LOG =
      "query($filter: NoticeDeliveryFilter) { noticeDeliveryCounts { waiting failed } noticeDeliveries(filter: $filter) { nodes { state fault attempts { outcome status } } } }";
  @Autowired HttpDoor door;
  @Autowired JsonMapper json;
  private final LocalReceiver there = new LocalReceiver();

  @AfterEach
  void closed() {
    there.close();
  }

  private void channel(String kind, String path) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("kind", kind);
    input.put("name", "外发");
    input.put("address", there.address(path));
    input.put("secret", SECRET);
    input.put("kinds", List.of("*"));
    input.put("enabled", true);
    JsonNode saved =
        signedIn(here, "admin")
            .data(
                "mutation($input: NoticeChannelSaveInput!) { noticeChannelSave(input: $input) { channel { id } userErrors { code field } } }",
                "input",
                input)
            .get("noticeChannelSave");
    assertThat(saved.get("userErrors")).isEmpty();
  }

  private void later(Duration by) {
    now.freeze(now.instant().plus(by));
    deliver();
  }

  private JsonNode log(String state) {
    return signedIn(here, "admin").data(LOG, "filter", Map.of("state", state));
  }

  private static byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void aWebhookIsSignedAndComesAgainUnderTheSameIdUntilItIsTaken() {
    channel("WEBHOOK", "/hook?key=1");
    there.answer(new Reply(500, "no"), LocalReceiver.CUT, new Reply(204, ""));

    tell(notice("case:1", Recipient.channels()));
    deliver();
    later(Duration.ofMinutes(1));
    later(Duration.ofMinutes(5));
    later(Duration.ofHours(1));

    assertThat(there.came).hasSize(3);
    assertThat(there.came.stream().map(one -> one.header("X-Lianban-Delivery")).distinct())
        .hasSize(1);
    for (Came one : there.came) {
      String signed = one.header("X-Lianban-Timestamp") + "." + one.body();
      assertThat(one.header("X-Lianban-Signature"))
          .isEqualTo("sha256=" + HexFormat.of().formatHex(hmac(signed)));
      assertThat(one.where()).hasToString("/hook?key=1");
      assertThat(one.json().get("subject").asString()).isEqualTo("case:1");
    }
    assertThat(log("SENT").at("/noticeDeliveries/nodes/0/attempts").findValuesAsString("outcome"))
        .containsExactlyInAnyOrder("AGAIN", "AGAIN", "SENT");
  }

  @Test
  void whatIsRefusedOrSentElsewhereIsNotTriedAgainAndRaisesTheAlarm() {
    channel("WEBHOOK", "/hook");
    there.answer(
        new Reply(410, "gone"), new Reply(302, "", "Location", there.address("/elsewhere")));

    tell(notice("case:1", Recipient.channels()));
    deliver();
    tell(notice("case:2", Recipient.channels()));
    deliver();
    later(Duration.ofHours(2));

    assertThat(there.came.stream().map(one -> one.where().getPath()))
        .containsExactly("/hook", "/hook");
    JsonNode failed = log("FAILED");
    assertThat(failed.at("/noticeDeliveryCounts/failed").asInt()).isEqualTo(2);
    assertThat(failed.at("/noticeDeliveries/nodes").findValuesAsString("fault"))
        .containsExactlyInAnyOrder("HTTP 410", "HTTP 302");
    assertThat(inboxOf("admin").at("/inbox/nodes").findValuesAsString("kind"))
        .contains("outbox.failed");
  }

  @Test
  void aRobotThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() {
    channel("WECOM", "/cgi-bin/webhook/send?key=1");
    there.answer(
        new Reply(200, "{\"errcode\":45009}"),
        LocalReceiver.TAKEN,
        new Reply(200, "{\"errcode\":93000}"));

    tell(notice("case:1", Recipient.channels()));
    deliver();
    later(Duration.ofMinutes(2));
    tell(notice("case:2", Recipient.channels()));
    deliver();
    later(Duration.ofHours(2));

    assertThat(there.came).hasSize(3);
    JsonNode first = there.came.getFirst().json();
    assertThat(first.get("msgtype").asString()).isEqualTo("text");
    assertThat(first.at("/text/content").asString()).isEqualTo("【联办】标题case:1\n内容case:1");
    assertThat(log("SENT").at("/noticeDeliveries/nodes")).hasSize(1);
    assertThat(log("FAILED").at("/noticeDeliveries/nodes/0/fault").asString())
        .isEqualTo("errcode 93000");
  }

  @Test
  void dingTalkIsSignedInTheAddress() {
    channel("DINGTALK", "/robot/send?access_token=x");

    tell(notice("case:1", Recipient.channels()));
    deliver();

    Map<String, String> asked = query(there.came.getFirst().where());
    assertThat(asked).containsEntry("access_token", "x");
    assertThat(asked.get("timestamp")).isEqualTo(Long.toString(MORNING.toEpochMilli()));
    assertThat(asked.get("sign"))
        .isEqualTo(
            Base64.getEncoder().encodeToString(hmac(asked.get("timestamp") + "\n" + SECRET)));
  }

  private static Map<String, String> query(URI where) {
    return Arrays.stream(where.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Test
  void aRobotGetsNoMoreThanItsRateAndNothingIsLost() {
    channel("WECOM", "/send?key=1");
    for (int i = 1; i <= 60; i++) {
      tell(notice("case:" + i, Recipient.channels()));
    }

    for (int i = 0; i < 5; i++) {
      rounds.inDistrict(here.id());
      lanes.settle();
    }

    assertThat(there.came.size()).isBetween(1, 20);
    for (int i = 0; i < 10 && log("WAITING").at("/noticeDeliveryCounts/waiting").asInt() > 0; i++) {
      int before = there.came.size();
      later(Duration.ofMinutes(1).plusSeconds(1));
      assertThat(there.came.size() - before).isLessThanOrEqualTo(20);
    }
    assertThat(log("WAITING").at("/noticeDeliveryCounts/waiting").asInt()).isZero();
    assertThat(log("FAILED").at("/noticeDeliveryCounts/failed").asInt()).isZero();
  }

  @Test
  void theSmsGatewayGetsNumberTextAndAnIdAndMayAskForPatience() {
    SmsGateway gateway = new SmsHttp(URI.create(there.address("/sms")), "token-1", door, json);
    UUID id = UUID.randomUUID();
    there.answer(
        new Reply(429, "", "Retry-After", "90"), LocalReceiver.TAKEN, new Reply(400, "no number"));

    Answer busy = gateway.send("13900001234", "【联办】验证码 123456", id);
    Answer sent = gateway.send("13900001234", "【联办】验证码 123456", id);
    Answer refused = gateway.send("1", "x", id);

    assertThat(busy.kind()).isEqualTo(Answer.Kind.AGAIN);
    assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(90));
    assertThat(sent.kind()).isEqualTo(Answer.Kind.SENT);
    assertThat(refused.kind()).isEqualTo(Answer.Kind.REFUSED);
    Came first = there.came.getFirst();
    assertThat(first.header("Authorization")).isEqualTo("Bearer token-1");
    assertThat(first.json().get("mobile").asString()).isEqualTo("13900001234");
    assertThat(first.json().get("text").asString()).isEqualTo("【联办】验证码 123456");
    assertThat(there.came.stream().map(one -> one.json().get("id").asString()).distinct())
        .containsExactly(id.toString());
  }
}
