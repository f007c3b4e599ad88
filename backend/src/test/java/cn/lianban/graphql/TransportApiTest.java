package cn.lianban.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.stream.Stream;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What may come in at /graphql and what leaves it when something is wrong. */
class TransportApiTest extends ApiTestBase {
  private static final String JSON = "application/json";
  @Autowired ServletWebServerApplicationContext context;
  @Autowired HikariDataSource pool;

  private HttpResponse<String> post(String type, String body) {
    Client client = anonymous();
    client.get("/csrf");
    return client.post("/graphql", type, body);
  }

  @Test
  void jsonByPostIsAnswered() {
    assertThat(post(JSON, "{\"query\":\"{ apiVersion }\"}").body())
        .contains("\"apiVersion\":\"1\"");
  }

  @Test
  void withoutTheCsrfHeaderAPostIsRefused() {
    assertThat(anonymous().post("/graphql", JSON, "{\"query\":\"{ apiVersion }\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void getIsRefused() {
    HttpResponse<String> answer = anonymous().get("/graphql?query=%7BapiVersion%7D");

    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("apiVersion\":");
  }

  @Test
  void formsPlainTextAndMultipartAreRefused() {
    String query = "{\"query\":\"{ apiVersion }\"}";
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n"
            + query
            + "\r\n--x--\r\n";

    assertRefused(post("application/x-www-form-urlencoded", "query=%7BapiVersion%7D"));
    assertRefused(post("text/plain", query));
    assertRefused(post("multipart/form-data; boundary=x", part));
  }

  @Test
  void batchesAreRefused() {
    assertRefused(post(JSON, "[{\"query\":\"{ apiVersion }\"},{\"query\":\"{ apiVersion }\"}]"));
  }

  @Test
  void aForeignPageGetsNoSocket() throws IOException {
    String answer =
        exchange(
            "GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Origin: https://evil.example\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @Test
  void aBodyOverSixtyFourKibibytesIsRefusedWithAndWithoutAStatedLength() throws IOException {
    String query = "{\"query\":\"{ apiVersion }\",\"x\":\"%s\"}";
    int rest = BodyLimit.BYTES - query.length() + 2;

    assertThat(post(JSON, query.formatted("x".repeat(rest))).statusCode()).isEqualTo(200);
    assertThat(post(JSON, query.formatted("x".repeat(rest + 1))).statusCode()).isEqualTo(413);
    assertThat(chunked(query.formatted("x".repeat(rest + 1)))).startsWith("HTTP/1.1 413");
  }

  private String chunked(String body) throws IOException {
    return exchange(
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n");
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[1024];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(length, 0), StandardCharsets.US_ASCII);
    }
  }

  static Stream<String> brokenDocuments() {
    return Stream.of(
        "{ apiVersion",
        "{ noSuchField }",
        "{ units }",
        "{ apiVersion(a: 1) }",
        "{ ...A } fragment A on Query { ...A }",
        "mutation { ping again: ping }",
        "{ __schema { types { name } } }",
        "{ __type(name: \"Query\") { name } }",
        "{ _service { sdl } }",
        "subscription { anything }",
        "query A { apiVersion } query B { apiVersion }",
        "{ " + "apiVersion ".repeat(16) + "}",
        "# " + "x".repeat(20_001) + "\n{ apiVersion }");
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void aBrokenDocumentIsABadRequestAndTellsNothingOfTheInside(String document) {
    var answer = anonymous().raw(document);

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(answer.toString())
        .doesNotContain("Exception", "java.", "graphql.", "select ", "classification");
    assertNothingOpen();
  }

  @Test
  void aWrongVariableIsABadRequest() {
    var answer =
        anonymous()
            .raw(
                "query Q($input: DueDateInput!) { dueDate(input: $input) { paused } }",
                "input",
                java.util.Map.of("budget", "ten"));

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(answer.toString()).doesNotContain("Exception", "java.", "graphql.");
  }

  @Test
  void unreadableJsonTellsNothingOfTheInside() {
    HttpResponse<String> answer = post(JSON, "{\"query\": ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception", "java.", "jackson");
  }

  @Test
  void aRefusedRootFieldLeavesNoTransactionOpen() {
    assertThat(anonymous().errorCode("{ units { id } }")).isEqualTo("UNAUTHENTICATED");
    assertNothingOpen();
  }

  /** Its statement is held by a lock while the client leaves. */
  @Test
  void aClientThatLeavesTakesItsTransactionWithIt() throws Exception {
    var here = districts.fresh();
    assertNothingOpen();
    try (Connection admin = AdminConnection.open(pool)) {
      admin.setAutoCommit(false);
      admin.createStatement().execute("lock table tenancy.district in access exclusive mode");
      String body = "{\"query\":\"{ district { name } }\"}";
      Client client = citizenOf(here);
      client.get("/csrf");
      try (Socket socket = new Socket("localhost", port)) {
        socket.getOutputStream().write(leaving(here.code(), client, body));
        await(() -> pool.getHikariPoolMXBean().getActiveConnections() > 0);
      }
      admin.rollback();
    }
    await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    assertNothingOpen();
  }

  private byte[] leaving(String district, Client client, String body) {
    String token = client.csrfToken();
    return ("POST /d/"
            + district
            + "/graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Cookie: XSRF-TOKEN="
            + token
            + "\r\nX-XSRF-TOKEN: "
            + token
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void assertNothingOpen() {
    await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    for (int i = 0; i < 1_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
    throw new AssertionError("still not so after ten seconds");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("\"apiVersion\"");
  }

  /** Without it large answers wait 40 ms for an acknowledgement. */
  @Test
  void smallPacketsAreSentAtOnce() {
    var connector = ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector();

    assertThat(((AbstractProtocol<?>) connector.getProtocolHandler()).getTcpNoDelay()).isTrue();
  }
}
