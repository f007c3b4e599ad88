package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.db.cases.Tables.QUERY_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Guessing at query passwords: five a number, sixty an address. */
class QueryAttemptsApiTest extends ApiTestBase {
  private static final String OPEN =
      "mutation($input: CaseProgressOpenInput!) { caseProgressOpen(input: $input) { progress { status } userErrors { code message } } }";
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  @Autowired private TenantScope scope;
  private TestDistrict here;
  private String number;
  private String password;

  @BeforeEach
  void aCaseWithItsPassword() {
    here = districts.fresh();
    now.freeze(NOW);
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    JsonNode accepted = CaseStory.accept(signedIn(here, "clerk@east"), input(item));
    number = accepted.at("/case/number").asString();
    password = accepted.get("queryPassword").asString();
  }

  private static JsonNode ask(Client who, String number, String password) {
    return who.data(
            OPEN,
            "input",
            Map.of("idempotencyKey", Client.key(), "number", number, "password", password))
        .get("caseProgressOpen");
  }

  /** Numbers nobody has, each guessed at once. */
  private void guess(Client who, int from, int to) {
    for (int i = from; i < to; i++) {
      String nobodys = CaseNumber.of(here.code(), LocalDate.of(2020, 1, 1), i);
      assertThat(ask(who, nobodys, "123456").get("progress").isNull()).isTrue();
    }
  }

  private int rows() {
    return districts.in(
        here.id(),
        () -> sql.fetchCount(QUERY_ATTEMPT, QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district())));
  }

  @Test
  void anAddressThatGoesThroughNumbersIsStoppedAfterSixtyAndAnotherOneIsNot() {
    Client guesser = citizenAt(here, 2);
    guess(guesser, 0, 59);
    assertThat(ask(guesser, number, password).at("/progress/status").asString())
        .isEqualTo("ACCEPTED");

    guess(guesser, 59, 60);
    JsonNode stopped = ask(guesser, number, password);
    assertThat(stopped.get("progress").isNull()).isTrue();
    assertThat(stopped.get("userErrors"))
        .isEqualTo(ask(citizenAt(here, 3), number, "000000").get("userErrors"));
    assertThat(ask(citizenAt(here, 3), number, password).at("/progress/status").asString())
        .isEqualTo("ACCEPTED");
  }

  @Test
  void itIsServedAgainWhenTheTimeIsOverAndTheOldRowsAreGone() {
    Client guesser = citizenAt(here, 2);
    guess(guesser, 0, 60);
    assertThat(ask(guesser, number, password).get("progress").isNull()).isTrue();
    assertThat(rows()).isEqualTo(61); // sixty numbers and the address

    now.freeze(NOW.plus(Duration.ofMinutes(16)));
    assertThat(ask(guesser, number, password).at("/progress/status").asString())
        .isEqualTo("ACCEPTED");
    guess(guesser, 60, 61);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void whoKnowsHisPasswordIsServedHoweverOften() {
    Client hall = citizenAt(here, 2);
    for (int i = 0; i < 70; i++) {
      assertThat(ask(hall, number, password).at("/progress/status").asString())
          .isEqualTo("ACCEPTED");
    }
  }
}
