package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DueDateApiTest extends ApiTestBase {
  private static final String DUE =
      """
      query due($input: DueDateInput!) { dueDate(input: $input) {
        dueOn dueAt yellowOn yellowAt paused provisional
        trace { day number counted reason name provisional } } }
      """;

  @ParameterizedTest(name = "{0} + {1} is due {2}, yellow {3}")
  @CsvSource({
    "2026-09-29, 5, 2026-10-12, 2026-10-10, false",
    "2026-12-25, 10, 2027-01-11, 2027-01-08, true",
    "2025-12-31, 5, 2026-01-08, 2026-01-07, false",
    "2026-02-13, 1, 2026-02-14, 2026-02-14, false",
    "2026-02-12, 5, 2026-02-26, 2026-02-25, false",
    "2026-02-10, 10, 2026-03-02, 2026-02-28, false"
  })
  void anybodyIsToldWhenAnApplicationIsDue(
      String accepted, int budget, String due, String yellow, boolean provisional) {
    JsonNode date =
        anonymous()
            .data(
                DUE,
                "input",
                Map.of("acceptedOn", accepted, "budget", budget, "unit", "WORKING_DAYS"))
            .get("dueDate");
    assertThat(date.get("dueOn").asString()).isEqualTo(due);
    assertThat(date.get("yellowOn").asString()).isEqualTo(yellow);
    assertThat(date.get("provisional").asBoolean()).isEqualTo(provisional);
    assertThat(date.get("trace").get(0).get("reason").asString()).isEqualTo("START");
    assertThat(date.get("trace").get(date.get("trace").size() - 1).get("number").asInt())
        .isEqualTo(budget);
  }

  @Test
  void hoursAreElapsedRoundTheClock() {
    JsonNode date =
        anonymous()
            .data(
                DUE,
                "input",
                Map.of(
                    "acceptedAt",
                    "2026-11-22T23:00:00+08:00",
                    "budget",
                    24,
                    "unit",
                    "HOURS",
                    "suspensions",
                    List.of(
                        Map.of(
                            "from",
                            "2026-11-23T00:00:00+08:00",
                            "to",
                            "2026-11-23T01:30:00+08:00"))))
            .get("dueDate");
    assertThat(date.get("dueAt").asString()).isEqualTo("2026-11-23T16:30:00Z");
    assertThat(date.get("dueOn").asString()).isEqualTo("2026-11-24");
    assertThat(date.get("trace")).isEmpty();
  }

  @Test
  void anOpenSuspensionMeansPausedWithoutADate() {
    JsonNode date =
        anonymous()
            .data(
                DUE,
                "input",
                Map.of(
                    "acceptedOn",
                    "2026-11-02",
                    "budget",
                    5,
                    "unit",
                    "WORKING_DAYS",
                    "suspensions",
                    List.of(Map.of("from", "2026-11-04"))))
            .get("dueDate");
    assertThat(date.get("paused").asBoolean()).isTrue();
    assertThat(date.get("dueOn").isNull()).isTrue();
    assertThat(date.get("yellowAt").isNull()).isTrue();
    assertThat(date.get("trace")).hasSize(3);
  }

  @Test
  void aBadInputIsAnErrorAtItsField() {
    refused("acceptedOn", Map.of("budget", 5, "unit", "WORKING_DAYS"));
    refused("acceptedAt", Map.of("budget", 5, "unit", "HOURS", "acceptedOn", "2026-11-02"));
    refused("budget", Map.of("acceptedOn", "2026-11-02", "budget", -1, "unit", "WORKING_DAYS"));
    refused("budget", Map.of("acceptedOn", "2026-11-02", "budget", 3661, "unit", "CALENDAR_DAYS"));
    refused("acceptedOn", Map.of("acceptedOn", "1900-01-01", "budget", 1, "unit", "CALENDAR_DAYS"));
    refused("suspensions[0].from", suspended(Map.of("from", "2026-13-01", "to", "2026-11-02")));
    refused("suspensions[0].from", suspended(Map.of("from", "2026-11-01T00:00:00Z")));
    refused("suspensions[0].to", suspended(Map.of("from", "2026-11-05", "to", "2026-11-04")));
    refused("suspensions[0].to", suspended(Map.of("from", "2026-11-05", "to", "soon")));
    refused("suspensions[0].from", suspended(Map.of("from", "2026-11-01", "to", "2026-11-04")));
    refused("suspensions[0].from", suspended(Map.of("from", "2026-11-01")));
  }

  @Test
  void nothingStandsStillBeforeTheAcceptanceButFromItsVeryMoment() {
    refused("suspensions[0].from", hours("2026-11-22T22:59:59+08:00"));
    assertThat(
            anonymous()
                .data(DUE, "input", hours("2026-11-22T23:00:00+08:00"))
                .at("/dueDate/paused")
                .asBoolean())
        .isTrue();
    assertThat(
            anonymous()
                .data(DUE, "input", suspended(Map.of("from", "2026-11-02", "to", "2026-11-03")))
                .at("/dueDate/dueOn")
                .asString())
        .isEqualTo("2026-11-10");
  }

  @Test
  void theOtherUnitsMomentIsRefusedWhereItSaysNothing() {
    Map<String, Object> both =
        Map.of("acceptedOn", "2026-11-02", "acceptedAt", "2026-11-02T09:00:00+08:00", "budget", 5);
    refused("acceptedAt", with(both, "unit", "WORKING_DAYS"));
    refused("acceptedAt", with(both, "unit", "CALENDAR_DAYS"));
    refused("acceptedOn", with(both, "unit", "HOURS"));
  }

  private static Map<String, Object> with(Map<String, Object> input, String key, Object value) {
    Map<String, Object> more = new HashMap<>(input);
    more.put(key, value);
    return more;
  }

  /** Accepted at 23:00, still from then on. */
  private static Map<String, Object> hours(String from) {
    return Map.of(
        "acceptedAt",
        "2026-11-22T23:00:00+08:00",
        "budget",
        24,
        "unit",
        "HOURS",
        "suspensions",
        List.of(Map.of("from", from)));
  }

  private static Map<String, Object> suspended(Map<String, String> suspension) {
    return Map.of(
        "acceptedOn",
        "2026-11-02",
        "budget",
        5,
        "unit",
        "WORKING_DAYS",
        "suspensions",
        List.of(suspension));
  }

  private void refused(String field, Map<String, Object> input) {
    JsonNode error = anonymous().raw(DUE, "input", input).at("/errors/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_INPUT");
    assertThat(error.at("/extensions/field").asString()).isEqualTo(field);
    assertThat(error.at("/path/0").asString()).isEqualTo("dueDate");
  }
}
