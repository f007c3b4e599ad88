package cn.lianban.identity;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PasswordsApiTest extends ApiTestBase {
  private static final String RESET =
      """
      mutation($input: AccountPasswordResetInput!) {
        accountPasswordReset(input: $input) {
          account { mustChangePassword version } firstPassword userErrors { code field }
        }
      }""";
  private static final String CHANGE =
      """
      mutation($input: PasswordChangeInput!) {
        passwordChange(input: $input) {
          viewer { mustChangePassword } userErrors { code field }
        }
      }""";
  private static final String FRESH = "Brand-new-horse-8";
  @Autowired private DSLContext sql;

  @Test
  void aFirstPasswordMustBeChangedBeforeAnythingElse() {
    TestDistrict here = districts.fresh();
    String login = here.loginOf("clerk@east");
    Client old = signedIn(here, "clerk@east");
    String first = reset(here, login, Client.key()).get("firstPassword").asString();
    assertThat(old.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
    assertThat(stranger().trySignIn(login, PASSWORD).statusCode()).isEqualTo(401);
    Client clerk = anonymous();
    clerk.signIn(login, first);

    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("MUST_CHANGE_PASSWORD");
    assertThat(
            clerk
                .data("{ viewer { mustChangePassword } }")
                .at("/viewer/mustChangePassword")
                .asBoolean())
        .isTrue();
    JsonNode changed = change(clerk, Client.key(), first, FRESH);

    assertThat(changed.at("/viewer/mustChangePassword").asBoolean()).isFalse();
    assertThat(clerk.data("{ units { name } }").get("units")).hasSize(4);
    anonymous().signIn(login, FRESH);
  }

  @Test
  void aReplayedResetIssuesAnotherPasswordAndVoidsTheFirst() {
    TestDistrict here = districts.fresh();
    String login = here.loginOf("clerk@east");
    String key = Client.key();
    Client admin = signedIn(here, "admin");
    Map<String, Object> input = resetInput(admin, login, key);

    JsonNode first = admin.data(RESET, "input", input).get("accountPasswordReset");
    JsonNode second = admin.data(RESET, "input", input).get("accountPasswordReset");

    String voided = first.get("firstPassword").asString();
    String valid = second.get("firstPassword").asString();
    assertThat(valid).isNotEqualTo(voided);
    assertThat(stranger().trySignIn(login, voided).statusCode()).isEqualTo(401);
    assertThat(stranger().trySignIn(login, valid).statusCode()).isEqualTo(204);
    assertThat(first.at("/account/mustChangePassword").asBoolean()).isTrue();
    assertThat(actions(here, "account.password-reset")).hasSize(2);
  }

  @Test
  void aResetWithAStaleVersionChangesNothing() {
    TestDistrict here = districts.fresh();
    String login = here.loginOf("clerk@east");
    Client admin = signedIn(here, "admin");
    reset(here, login, Client.key());
    Map<String, Object> stale = new java.util.HashMap<>(resetInput(admin, login, Client.key()));
    stale.put("expectedVersion", 0);

    JsonNode answer = admin.data(RESET, "input", stale).get("accountPasswordReset");

    assertThat(answer.at("/userErrors/0/code").asString()).isEqualTo("VERSION_CONFLICT");
    assertThat(answer.get("firstPassword").isNull()).isTrue();
  }

  @Test
  void changingThePasswordEndsTheOtherSessionsAndKeepsThisOne() {
    TestDistrict here = districts.fresh();
    Client here1 = signedIn(here, "clerk@east");
    Client elsewhere = signedIn(here, "clerk@east");
    Client colleague = signedIn(here, "clerk@west");

    assertThat(change(here1, Client.key(), PASSWORD, FRESH).get("userErrors")).isEmpty();

    assertThat(here1.data("{ units { name } }").get("units")).hasSize(4);
    assertThat(elsewhere.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
    assertThat(colleague.data("{ units { name } }").get("units")).hasSize(4);
    assertThat(actions(here, "account.password-change")).hasSize(1);
  }

  @Test
  void aRetryOfTheSameChangeSucceedsAndAnotherPasswordUnderItsKeyIsAConflict() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    String key = Client.key();
    change(clerk, key, PASSWORD, FRESH);

    assertThat(change(clerk, key, PASSWORD, FRESH).get("userErrors")).isEmpty();
    assertThat(change(clerk, key, PASSWORD, "Another-horse-9").at("/userErrors/0/code").asString())
        .isEqualTo("IDEMPOTENCY_CONFLICT");
    assertThat(actions(here, "account.password-change")).hasSize(1);
  }

  @Test
  void aWrongOldPasswordOrAWeakNewOneIsToldAtItsField() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");

    JsonNode wrong = change(clerk, Client.key(), "Wrong-horse-7", FRESH);
    JsonNode weak = change(clerk, Client.key(), PASSWORD, "weak");

    assertThat(wrong.at("/userErrors/0/code").asString()).isEqualTo("WRONG_PASSWORD");
    assertThat(wrong.at("/userErrors/0/field").asString()).isEqualTo("oldPassword");
    assertThat(weak.at("/userErrors/0/code").asString()).isEqualTo("PASSWORD_LENGTH");
    assertThat(weak.at("/userErrors/0/field").asString()).isEqualTo("newPassword");
    assertThat(anonymous().errorCode(CHANGE, "input", changeInput(Client.key(), "a", "b")))
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void guessingTheOldPasswordFromAnOpenSessionIsThrottledToo() {
    TestDistrict here = districts.fresh();
    Client thief = signedIn(here, "clerk@east");
    for (int i = 0; i < 5; i++) {
      assertThat(
              change(thief, Client.key(), "Wrong-horse-" + i, FRESH)
                  .at("/userErrors/0/code")
                  .asString())
          .isEqualTo("WRONG_PASSWORD");
    }

    assertThat(change(thief, Client.key(), PASSWORD, FRESH).at("/userErrors/0/code").asString())
        .isEqualTo("THROTTLED");
  }

  private JsonNode reset(TestDistrict here, String login, String key) {
    Client admin = signedIn(here, "admin");
    return admin.data(RESET, "input", resetInput(admin, login, key)).get("accountPasswordReset");
  }

  private static Map<String, Object> resetInput(Client admin, String login, String key) {
    JsonNode account = AccountsApiTest.find(admin, login);
    return Map.of(
        "idempotencyKey",
        key,
        "id",
        account.get("id").asString(),
        "expectedVersion",
        account.get("version").asInt());
  }

  private static JsonNode change(Client who, String key, String from, String to) {
    return who.data(CHANGE, "input", changeInput(key, from, to)).get("passwordChange");
  }

  private static Map<String, Object> changeInput(String key, String from, String to) {
    return Map.of("idempotencyKey", key, "oldPassword", from, "newPassword", to);
  }

  private List<String> actions(TestDistrict here, String action) {
    return districts.in(
        here.id(),
        () ->
            sql.select(ENTRY.SUBJECT)
                .from(ENTRY)
                .where(ENTRY.DISTRICT_ID.eq(here.id()), ENTRY.ACTION.eq(action))
                .fetch(ENTRY.SUBJECT));
  }
}
