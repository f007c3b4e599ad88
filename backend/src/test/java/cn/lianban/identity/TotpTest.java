package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
  private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheRfc(long second, String code) {
    assertThat(Totp.code(RFC, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void aCodeIsTakenOneStepEarlyAndOneStepLateAndNoFurther() {
    long step = 60_000_000;
    String code = Totp.code(RFC, step);

    assertThat(Totp.match(RFC, code, at(step - 2), 0)).isEmpty();
    assertThat(Totp.match(RFC, code, at(step - 1), 0)).hasValue(step);
    assertThat(Totp.match(RFC, code, at(step), 0)).hasValue(step);
    assertThat(Totp.match(RFC, code, at(step + 1), 0)).hasValue(step);
    assertThat(Totp.match(RFC, code, at(step + 2), 0)).isEmpty();
  }

  @Test
  void aCodeOfAStepThatWasTakenIsTakenNoMore() {
    long step = 60_000_000;

    assertThat(Totp.match(RFC, Totp.code(RFC, step), at(step), step)).isEmpty();
    assertThat(Totp.match(RFC, Totp.code(RFC, step - 1), at(step), step)).isEmpty();
    assertThat(Totp.match(RFC, Totp.code(RFC, step + 1), at(step), step)).hasValue(step + 1);
  }

  @Test
  void secretsAreWrittenAsGeneratorsReadThem() {
    assertThat(Totp.base32(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    assertThat(Totp.uri("联办", "li@x", RFC))
        .isEqualTo(
            "otpauth://totp/%E8%81%94%E5%8A%9E:li%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E8%81%94%E5%8A%9E");
  }

  private static Instant at(long step) {
    return Instant.ofEpochSecond(step * 30 + 12);
  }
}
