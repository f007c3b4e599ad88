package cn.lianban.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A case's number: district (GB/T 2260, 6 digits), day (yyMMdd), a six-digit sequence and a check
 * digit by ISO 7064 MOD 11,10 (GB/T 17710), which finds every single wrong digit and nearly every
 * swap of neighbours.
 */
final class CaseNumber {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final int LENGTH = 19;

  private CaseNumber() {}

  static String of(String districtCode, LocalDate day, long sequence) {
    String body =
        districtCode + DAY.format(day) + String.format(Locale.ROOT, "%06d", sequence % 1_000_000);
    return body + checkDigit(body);
  }

  /** Without spaces and dashes; empty when it is no number of ours. */
  static String normalised(String typed) {
    String digits = typed.replaceAll("[\\s\\u3000-]", "");
    boolean right =
        digits.length() == LENGTH
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && checkDigit(digits.substring(0, LENGTH - 1)) == digits.charAt(LENGTH - 1) - '0';
    return right ? digits : "";
  }

  static int checkDigit(String body) {
    int product = 10;
    for (int i = 0; i < body.length(); i++) {
      int sum = (product + body.charAt(i) - '0') % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10;
  }
}
