package cn.lianban.testing;

import cn.lianban.graphql.Ids;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as a browser sends them. */
public final class TestFiles {
  private static final String UPLOAD =
      "mutation($input: AttachmentUploadInput!) { attachmentUpload(input: $input) { upload { path ticket received } userErrors { code field message } } }";

  private TestFiles() {}

  /** A PDF of some length; its end is the salt. */
  public static byte[] pdf(int length, String salt) {
    byte[] content = new byte[length];
    java.util.Arrays.fill(content, (byte) '%');
    byte[] begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(begin, 0, content, 0, begin.length);
    byte[] end = salt.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(end, 0, content, length - end.length, end.length);
    return content;
  }

  /** The payload of the mutation that gives out a ticket. */
  public static JsonNode ask(Client who, long caseId, String key, String name, long size) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", key);
    input.put("caseId", Ids.of("Case", caseId));
    input.put("name", name);
    input.put("size", size);
    return who.data(UPLOAD, "input", input).get("attachmentUpload");
  }

  public static HttpResponse<String> send(Client who, JsonNode upload, byte[] piece, long offset) {
    return who.put(
        upload.get("path").asString(),
        piece,
        "Content-Type",
        "application/octet-stream",
        "Upload-Ticket",
        upload.get("ticket").asString(),
        "Upload-Offset",
        Long.toString(offset));
  }

  /** Uploads a whole file to a case; answers its id. */
  public static String attach(Client who, long caseId, String name, byte[] content) {
    JsonNode upload = ask(who, caseId, Client.key(), name, content.length).get("upload");
    HttpResponse<String> answer = send(who, upload, content, 0);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("id").asString();
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
