package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstPasswordTest {
  @Test
  void firstPasswordsHaveThreeKindsOfCharactersAndDiffer() {
    assertThat(FirstPassword.next())
        .hasSize(14)
        .matches(".*[a-z].*")
        .matches(".*[A-Z].*")
        .matches(".*\\d.*")
        .isNotEqualTo(FirstPassword.next());
  }
}
