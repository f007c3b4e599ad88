package cn.lianban.outbox;

import cn.lianban.db.outbox.tables.records.ChannelRecord;
import cn.lianban.tenancy.Now;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands a parcel to a webhook or a group's robot. */
@Component
class ChannelGateway {
  private final HttpDoor door;
  private final OutsideAddress outside;
  private final JsonMapper json;
  private final Now now;

  ChannelGateway(HttpDoor door, OutsideAddress outside, JsonMapper json, Now now) {
    this.door = door;
    this.outside = outside;
    this.json = json;
    this.now = now;
  }

  /** Where a channel leads, decrypted for one sending. */
  record Way(Channel.Kind kind, String address, String secret) {
    static Way of(ChannelRecord row, OutboxKeys keys) {
      return new Way(
          Channel.Kind.valueOf(row.getKind()),
          keys.opened(row.getAddress()),
          keys.opened(row.getSecret()));
    }
  }

  Answer send(Way way, Parcel parcel) {
    Optional<String> fault = outside.fault(way.address());
    if (fault.isPresent()) {
      return Answer.refused(null, fault.get());
    }
    return switch (way.kind()) {
      case WEBHOOK -> webhook(way, parcel);
      case WECOM -> robot(URI.create(way.address()), parcel);
      case DINGTALK -> robot(signed(way), parcel);
    };
  }

  /**
   * The receiver checks {@code X-Lianban-Signature = "sha256=" + hex(HMAC-SHA256(secret, timestamp
   * + "." + body))}, refuses timestamps older than five minutes and a delivery it has seen.
   */
  private Answer webhook(Way way, Parcel parcel) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", parcel.sentAs().toString());
    told.put("kind", parcel.kind());
    told.put("subject", parcel.subject());
    told.put("title", parcel.title());
    told.put("text", parcel.body());
    told.put("link", parcel.link());
    told.put("at", parcel.madeAt().toString());
    String body = json.writeValueAsString(told);
    String timestamp = Long.toString(now.instant().getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "X-Lianban-Timestamp", timestamp,
            "X-Lianban-Delivery", parcel.sentAs().toString(),
            "X-Lianban-Signature", signature(way.secret(), timestamp, body));
    return door.post(URI.create(way.address()), body, headers).answer();
  }

  static String signature(String secret, String timestamp, String body) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(OutboxKeys.hmac(key, timestamp + "." + body));
  }

  /** 钉钉 signs with timestamp and secret in the address; without a secret it goes by keywords. */
  private URI signed(Way way) {
    if (way.secret().isEmpty()) {
      return URI.create(way.address());
    }
    Instant at = now.instant();
    byte[] key = way.secret().getBytes(StandardCharsets.UTF_8);
    byte[] sign = OutboxKeys.hmac(key, at.toEpochMilli() + "\n" + way.secret());
    String text = Base64.getEncoder().encodeToString(sign);
    return URI.create(
        way.address()
            + "&timestamp="
            + at.toEpochMilli()
            + "&sign="
            + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private Answer robot(URI where, Parcel parcel) {
    String words = "【联办】" + parcel.title() + "\n" + parcel.body();
    String body =
        json.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", words)));
    HttpDoor.Reply reply = door.post(where, body, Map.of());
    return reply.answer().kind() == Answer.Kind.SENT
        ? ofErrcode(reply.answer(), errcode(reply.start()))
        : reply.answer();
  }

  private int errcode(String start) {
    try {
      JsonNode answer = json.readTree(start);
      return answer.path("errcode").asInt(-1);
    } catch (tools.jackson.core.JacksonException noJson) {
      return -1;
    }
  }

  /** Robots answer 200 to everything; the code says what happened. */
  static Answer ofErrcode(Answer http, int errcode) {
    return switch (errcode) {
      case 0 -> http;
      // busy, or more than 20 a minute: 企业微信 −1, 45009; 钉钉 −1, 130101, 660026
      case -1, 45009, 130101, 660026 ->
          Answer.again(http.status(), "errcode " + errcode, java.time.Duration.ofMinutes(1));
      default -> Answer.refused(http.status(), "errcode " + errcode);
    };
  }
}
