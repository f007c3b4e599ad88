package cn.lianban.identity;

import static cn.lianban.testing.Client.key;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Accounts as their administrator finds and changes them. */
final class TestAccounts {
  private TestAccounts() {}

  static JsonNode find(Client admin, String login) {
    return admin
        .data(
            "query($login: String) { accounts(search: $login) { nodes { id version hasSecondFactor } } }",
            "login",
            login)
        .at("/accounts/nodes/0");
  }

  static void disable(Client admin, String login) {
    JsonNode account = find(admin, login);
    JsonNode done =
        admin.data(
            "mutation($input: AccountDisableInput!) { accountDisable(input: $input) { userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey",
                key(),
                "id",
                account.get("id").asString(),
                "expectedVersion",
                account.get("version").asInt()));
    assertThat(done.at("/accountDisable/userErrors")).isEmpty();
  }
}
