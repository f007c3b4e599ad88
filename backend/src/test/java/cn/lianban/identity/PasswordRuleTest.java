package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {
  @ParameterizedTest
  @CsvSource({
    "Ab3456789, PASSWORD_LENGTH",
    "abcdefghij, PASSWORD_KINDS",
    "abcdef1234, PASSWORD_KINDS",
    "Wang.Wu-2026, PASSWORD_LOGIN_NAME",
    "Old-horse-77, PASSWORD_SAME",
  })
  void aWeakPasswordIsRefusedWithItsReason(String password, String code) {
    assertThatThrownBy(() -> PasswordRule.check("wang.wu", "Old-horse-77", password))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void aHundredAndTwentyEightCharactersAreTheMost() {
    String longest = "Ab3" + "x".repeat(125);

    assertThatCode(() -> PasswordRule.check("wang.wu", "old", longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> PasswordRule.check("wang.wu", "old", longest + "x"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void chineseCharactersCountAsAKindOfTheirOwn() {
    assertThatCode(() -> PasswordRule.check("wang.wu", "old", "便民服务abcd12"))
        .doesNotThrowAnyException();
  }

  @Test
  void everyFirstPasswordKeepsTheRule() {
    for (int i = 0; i < 200; i++) {
      String first = FirstPassword.next();
      assertThatCode(() -> PasswordRule.check("wang.wu", "old", first)).doesNotThrowAnyException();
    }
  }
}
