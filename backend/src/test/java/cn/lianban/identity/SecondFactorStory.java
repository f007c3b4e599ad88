package cn.lianban.identity;

import static cn.lianban.testing.Client.key;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.Now;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do with their second factors, in the API's words. */
final class SecondFactorStory {
  static final String WHO = "{ viewer { loginName } }";
  static final String SECURITY =
      "{ viewer { mustEnrolSecondFactor security { totpSince recoveryCodesLeft required"
          + " passkeys { id name clonedAt lastUsedAt } } } }";

  private SecondFactorStory() {}

  static JsonNode act(Client client, String field, Object... input) {
    Map<String, Object> values = new java.util.LinkedHashMap<>();
    values.put("idempotencyKey", key());
    for (int i = 0; i < input.length; i += 2) {
      values.put((String) input[i], input[i + 1]);
    }
    String type = field.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + field.substring(1);
    String shape =
        switch (field) {
          case "totpBegin" -> "secret uri";
          case "passkeyBegin" -> "options";
          case "accountSecondFactorReset" -> "account { hasSecondFactor version }";
          case "secondFactorPolicySet" -> "policy { rule roles missing version }";
          default -> "recoveryCodes";
        };
    return client
        .data(
            "mutation($input: "
                + type
                + "Input!) { result: "
                + field
                + "(input: $input) { "
                + shape
                + " userErrors { code field } } }",
            "input",
            values)
        .get("result");
  }

  static String refusal(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString("");
  }

  static byte[] secret(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (char c : base32.toCharArray()) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (bits >> held);
      }
    }
    return bytes;
  }

  /** A generator that is in force; recovery codes as they were shown. */
  record Enrolled(byte[] secret, List<String> recoveryCodes) {
    String code(Now now, int steps) {
      return Totp.code(secret, Totp.step(now.instant()) + steps);
    }
  }

  static Enrolled enrol(Client client, Now now) {
    JsonNode begun = act(client, "totpBegin");
    assertThat(refusal(begun)).isEmpty();
    byte[] secret = secret(begun.get("secret").asString());
    JsonNode done = act(client, "totpConfirm", "code", Totp.code(secret, Totp.step(now.instant())));
    assertThat(refusal(done)).isEmpty();
    return new Enrolled(
        secret, done.get("recoveryCodes").valueStream().map(JsonNode::asString).toList());
  }

  static SoftPasskey register(Client client, String origin) {
    SoftPasskey passkey = new SoftPasskey(origin);
    JsonNode begun = act(client, "passkeyBegin");
    assertThat(refusal(begun)).isEmpty();
    JsonNode done =
        act(
            client,
            "passkeyRegister",
            "name",
            "办公室电脑",
            "credential",
            passkey.create(begun.get("options").asString()));
    assertThat(refusal(done)).isEmpty();
    return passkey;
  }

  /** The password step of somebody who owes a second one. */
  static Client half(Client client, TestDistrict district, String person) {
    HttpResponse<String> answer = client.trySignIn(district.loginOf(person), PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"code\":\"SECOND_STEP\"}");
    return client;
  }

  static HttpResponse<String> code(Client client, String code) {
    return client.post(
        "/sign-in/code", "application/x-www-form-urlencoded", "code=" + code.replace(" ", "%20"));
  }

  static HttpResponse<String> bring(Client client, SoftPasskey passkey) {
    client.data(WHO); // the browser has its CSRF cookie by now
    HttpResponse<String> options = client.post("/sign-in/passkey/options", "application/json", "");
    assertThat(options.statusCode()).isEqualTo(200);
    return client.post("/sign-in/passkey", "application/json", passkey.get(options.body()));
  }

  static boolean isNobody(Client client) {
    return client.data(WHO).get("viewer").isNull();
  }
}
