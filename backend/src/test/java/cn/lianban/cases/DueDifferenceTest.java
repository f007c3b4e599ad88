package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.clock.BudgetUnit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ours for 2026-09-29 and 5 working days is 2026-10-12 (design.md, section 1). */
class DueDifferenceTest {
  private static DueDifference.Clock clock(String unpaused) {
    return new DueDifference.Clock(
        LocalDate.of(2026, 9, 29),
        5,
        BudgetUnit.WORKING_DAYS,
        LocalDate.of(2026, 10, 12),
        unpaused == null ? null : LocalDate.parse(unpaused));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-06, 只扣周末",
    "2026-10-04, 按自然日计算",
    "2026-10-05, 把受理当日计为第 1 天",
    "2026-10-03, 第 1 天，按自然日",
    "2026-09-01, 早于受理日",
    "2026-10-20, 均不能得出"
  })
  void theOthersWayOfCountingIsFound(String theirs, String reason) {
    assertThat(DueDifference.words(clock(null), LocalDate.parse(theirs)))
        .contains(theirs, "2026-10-12", reason);
  }

  @Test
  void aPauseThatWasNotTakenOutIsNamedFirst() {
    assertThat(DueDifference.words(clock("2026-10-06"), LocalDate.of(2026, 10, 6)))
        .contains("没有扣除暂停");
  }

  @Test
  void equalDatesAndNoDateAreNoDifference() {
    assertThat(DueDifference.words(clock(null), LocalDate.of(2026, 10, 12))).isNull();
    assertThat(DueDifference.words(clock(null), null)).isNull();
  }
}
