package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeRulesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "accepted on the spot, 16T01, , 16T01, false, 16T01",
    "accepted on the fifth day, 16T01, , 23T08, false, 23T08",
    "papers complete and accepted in time, 16T01, 19T02, 20T03, false, 20T03",
    "papers complete on the day of acceptance, 16T01, 20T03, 20T03, false, 20T03",
    "said nothing for five days, 16T01, , 24T00, true, 16T01",
    "said nothing and accepted weeks after, 02T01, , 27T08, true, 02T01",
    "said nothing after the last paper came, 02T01, 10T05, 18T00, true, 10T05",
    "the last paper came on the day of receipt, 16T01, 16T07, 24T00, true, 16T07"
  })
  void theDecisionsDaysCountFromAcceptanceOrFromWhenItShouldHaveBeen(
      String name, String received, String complete, String accepted, boolean missed, String from) {
    assertThat(
            IntakeRules.countsFrom(
                at(received), complete == null ? null : at(complete), at(accepted), missed))
        .isEqualTo(at(from));
  }

  private static Instant at(String dayAndHour) {
    return Instant.parse("2026-11-" + dayAndHour + ":00:00Z");
  }
}
