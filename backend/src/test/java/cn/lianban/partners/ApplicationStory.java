package cn.lianban.partners;

import static cn.lianban.testing.Client.key;

import cn.lianban.testing.Client;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another application of the district: it sends its users to us and exchanges codes.
 *
 * @param backdoor its own way to the token endpoint, without cookies
 */
record ApplicationStory(Client backdoor, String clientId, String secret, int version) {
  static final String BACK = "https://oa.example/back?from=lianban";
  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

  static JsonNode register(Client admin, String name, String... addresses) {
    return admin
        .data(
            "mutation($input: ApplicationRegisterInput!) { applicationRegister(input: $input) { application { clientId version redirectUris } secret userErrors { code field } } }",
            "input",
            Map.of("idempotencyKey", key(), "name", name, "redirectUris", List.of(addresses)))
        .get("applicationRegister");
  }

  static ApplicationStory registered(Client admin, Client backdoor) {
    JsonNode done = register(admin, "办公系统", BACK);
    return new ApplicationStory(
        backdoor,
        done.at("/application/clientId").asString(),
        done.get("secret").asString(),
        done.at("/application/version").asInt());
  }

  String disable(Client admin) {
    return admin
        .data(
            "mutation($input: ApplicationDisableInput!) { applicationDisable(input: $input) { application { disabledAt } userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", key(), "clientId", clientId, "expectedVersion", version))
        .at("/applicationDisable/userErrors/0/code")
        .asString("ok");
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The parameters of a good request, changed: name, value …; a null value takes one away. */
  Map<String, String> asking(String... changes) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", clientId);
    asked.put("redirect_uri", BACK);
    asked.put("scope", "openid profile");
    asked.put("state", "s-1");
    asked.put("nonce", "n-1");
    asked.put("code_challenge", challenge(VERIFIER));
    asked.put("code_challenge_method", "S256");
    return changed(asked, changes);
  }

  private static Map<String, String> changed(Map<String, String> all, String... changes) {
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        all.remove(changes[i]);
      } else {
        all.put(changes[i], changes[i + 1]);
      }
    }
    return all;
  }

  static HttpResponse<String> authorize(Client who, Map<String, String> asked) {
    return who.get("/oauth2/authorize?" + form(asked));
  }

  /** A code, or fails. */
  String code(Client who, String... changes) {
    HttpResponse<String> answer = authorize(who, asking(changes));
    String code = back(answer).get("code");
    if (code == null) {
      throw new AssertionError(answer.statusCode() + " " + answer.headers().map());
    }
    return code;
  }

  /**
   * The parameters of the answer's address; empty when it goes elsewhere than to the application.
   */
  static Map<String, String> back(HttpResponse<String> answer) {
    URI to = URI.create(answer.headers().firstValue("Location").orElse("/"));
    if (!"oa.example".equals(to.getHost())) {
      return Map.of();
    }
    return Arrays.stream(to.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  HttpResponse<String> redeem(String code, String... changes) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("grant_type", "authorization_code");
    asked.put("code", code);
    asked.put("redirect_uri", BACK);
    asked.put("code_verifier", VERIFIER);
    return token(changed(asked, changes));
  }

  HttpResponse<String> refresh(String token) {
    return token(
        new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", token)));
  }

  HttpResponse<String> token(Map<String, String> asked) {
    return backdoor.post(
        "/oauth2/token",
        "application/x-www-form-urlencoded",
        form(asked),
        "Authorization",
        PartnerStory.basic(clientId, secret));
  }

  int revoke(String token) {
    return backdoor
        .post(
            "/oauth2/revoke",
            "application/x-www-form-urlencoded",
            form(Map.of("token", token)),
            "Authorization",
            PartnerStory.basic(clientId, secret))
        .statusCode();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** "ok" with tokens, else the error. */
  static String outcome(HttpResponse<String> answer) {
    JsonNode body = json(answer);
    return body.has("access_token") ? "ok" : body.at("/error").asString("" + answer.statusCode());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
