package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
  private static final String NUMBER =
      CaseNumber.of("511602", LocalDate.of(2026, 11, 22), 1_000_123);

  @Test
  void aNumberIsDistrictDaySequenceAndCheckDigit() {
    assertThat(NUMBER).startsWith("511602" + "261122" + "000123").hasSize(19);
  }

  @Test
  void spacesAndDashesDoNotMatter() {
    String typed =
        NUMBER.substring(0, 6) + " " + NUMBER.substring(6, 12) + "-" + NUMBER.substring(12);

    assertThat(CaseNumber.normalised("　" + typed + " ")).isEqualTo(NUMBER);
  }

  @Test
  void everySingleWrongDigitIsFound() {
    for (int at = 0; at < NUMBER.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != NUMBER.charAt(at)) {
          String wrong = NUMBER.substring(0, at) + digit + NUMBER.substring(at + 1);
          assertThat(CaseNumber.normalised(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void theCheckDigitIsIso7064Mod1110() {
    // GB/T 17710 and ISO 7064 give 0794 with check digit 5
    assertThat(CaseNumber.checkDigit("0794")).isEqualTo(5);
  }

  @Test
  void lettersFullWidthDigitsAndNothingAreNoNumbers() {
    assertThat(CaseNumber.normalised("")).isEmpty();
    assertThat(CaseNumber.normalised("abc")).isEmpty();
    assertThat(CaseNumber.normalised(NUMBER.replace('1', '１'))).isEmpty();
  }
}
