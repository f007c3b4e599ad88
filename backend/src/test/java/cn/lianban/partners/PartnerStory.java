package cn.lianban.partners;

import static cn.lianban.testing.Client.key;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's system: a program with a client id and a secret, without cookies. */
final class PartnerStory {
  static final String SUBMIT =
      "mutation($input: CaseSubmitInput!) { caseSubmit(input: $input) { case { number status } queryPassword userErrors { code field } } }";
  static final String READ =
      "query($no: String!) { caseByForeignNo(foreignNo: $no) { number status acceptUnit { name } } }";

  /** Open to people only: no operator can register it, a row can be there all the same. */
  static final String UNITS = "{ units { name } }";

  private static final JsonMapper JSON = JsonMapper.shared();
  private final HttpClient http;
  private final int port;
  final String clientId;
  final String secret;
  final int version;
  List<String> hashes = List.of();

  private PartnerStory(HttpClient http, int port, String clientId, String secret, int version) {
    this.http = http;
    this.port = port;
    this.clientId = clientId;
    this.secret = secret;
    this.version = version;
  }

  private static HttpClient.Builder browser() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  /** The same system behind another address, so that failures there count for itself only. */
  PartnerStory elsewhere() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    byte[] address = {
      127, (byte) random.nextInt(1, 250), (byte) random.nextInt(250), (byte) random.nextInt(2, 250)
    };
    try {
      HttpClient there = browser().localAddress(InetAddress.getByAddress(address)).build();
      return new PartnerStory(there, port, clientId, secret, version);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static JsonNode register(Client admin, TestDistrict district, String key, String... scopes) {
    return admin
        .data(
            "mutation($input: PartnerRegisterInput!) { partnerRegister(input: $input) { partner { clientId version scopes unit { name } } secret userErrors { code field } } }",
            "input",
            Map.of(
                "idempotencyKey",
                key,
                "name",
                "市一体化平台",
                "unitId",
                Ids.of("Unit", district.unit("east")),
                "scopes",
                List.of(scopes)))
        .get("partnerRegister");
  }

  static PartnerStory registered(
      int port, Client admin, Client operator, TestDistrict district, String... scopes) {
    JsonNode done = register(admin, district, key(), scopes);
    assertThat(done.get("userErrors")).isEmpty();
    PartnerStory partner =
        new PartnerStory(
            browser().build(),
            port,
            done.at("/partner/clientId").asString(),
            done.get("secret").asString(),
            done.at("/partner/version").asInt());
    partner.hashes = documents(operator, partner.clientId, SUBMIT, READ);
    return partner;
  }

  static List<String> documents(Client operator, String clientId, String... texts) {
    return operator
        .data(
            "mutation($input: PartnerDocumentsSetInput!) { partnerDocumentsSet(input: $input) { hashes userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", key(), "clientId", clientId, "documents", List.of(texts)))
        .at("/partnerDocumentsSet/hashes")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  HttpResponse<String> askToken(String id, String password, String... form) {
    return post("/oauth2/token", form(form), "Authorization", basic(id, password));
  }

  String token() {
    return token("case.submit case.read");
  }

  String token(String scopes) {
    HttpResponse<String> answer =
        askToken(clientId, secret, "grant_type", "client_credentials", "scope", scopes);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.get("token_type").asString()).isEqualTo("Bearer");
    assertThat(body.has("refresh_token")).isFalse();
    return body.get("access_token").asString();
  }

  int revoke(String id, String password, String token) {
    return post("/oauth2/revoke", form("token", token), "Authorization", basic(id, password))
        .statusCode();
  }

  HttpResponse<String> send(String token, int document, Map<String, Object> variables) {
    return sendHash(token, hashes.get(document), variables);
  }

  HttpResponse<String> sendHash(String token, String hash, Map<String, Object> variables) {
    return send("/graphql", body(hash, variables), "Authorization", "Bearer " + token);
  }

  static Map<String, Object> body(String hash, Map<String, Object> variables) {
    return Map.of(
        "variables",
        variables,
        "extensions",
        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
  }

  /** "ok", "nothing" (an answer without the case), a code of the API, or the HTTP status. */
  static String outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 204) {
      return "ok";
    }
    boolean json = answer.body().startsWith("{");
    JsonNode body = json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    if (answer.statusCode() != 200) {
      return answer.statusCode() + " " + body.at("/error").asString("");
    }
    String code = body.at("/errors/0/extensions/code").asString("");
    String refusal = body.at("/data/caseSubmit/userErrors/0/code").asString("");
    if (!code.isEmpty() || !refusal.isEmpty()) {
      return code + refusal;
    }
    boolean shown =
        body.has("access_token")
            || body.at("/data/caseByForeignNo").isObject()
            || body.at("/data/caseSubmit/case").isObject();
    return shown ? "ok" : "nothing";
  }

  HttpResponse<String> send(String where, Map<String, Object> body, String... headers) {
    return send(where, JSON.writeValueAsString(body), "application/json", headers);
  }

  static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static String basic(String id, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static String form(String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(java.util.stream.Collectors.joining("&"));
  }

  HttpResponse<String> post(String where, String form, String... headers) {
    return send(where, form, "application/x-www-form-urlencoded", headers);
  }

  private HttpResponse<String> send(String where, String body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + where))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
