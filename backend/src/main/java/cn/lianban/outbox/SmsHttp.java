package cn.lianban.outbox;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that takes {@code POST {"id", "mobile", "text"}} with a bearer token. */
final class SmsHttp implements SmsGateway {
  private final URI where;
  private final String token;
  private final HttpDoor door;
  private final JsonMapper json;

  SmsHttp(URI where, String token, HttpDoor door, JsonMapper json) {
    this.where = where;
    this.token = token;
    this.door = door;
    this.json = json;
  }

  @Override
  public Answer send(String mobile, String text, UUID sentAs) {
    String body =
        json.writeValueAsString(Map.of("id", sentAs.toString(), "mobile", mobile, "text", text));
    return door.post(where, body, Map.of("Authorization", "Bearer " + token)).answer();
  }
}
