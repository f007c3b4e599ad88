package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import java.util.Locale;

/** What a new password must be (GB/T 22239-2019, 8.1.4.1: complexity, changed at first use). */
final class PasswordRule {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 128;

  private PasswordRule() {}

  /**
   * @throws Rejected PASSWORD_LENGTH, PASSWORD_KINDS, PASSWORD_LOGIN_NAME or PASSWORD_SAME at
   *     newPassword
   */
  static void check(String loginName, String oldPassword, String newPassword) {
    int length = newPassword.codePointCount(0, newPassword.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refused("PASSWORD_LENGTH", "密码须为 10 至 128 个字符");
    }
    if (newPassword.chars().map(PasswordRule::kind).distinct().count() < 3) {
      throw refused("PASSWORD_KINDS", "密码须包含大写字母、小写字母、数字、其他字符中的三种");
    }
    if (newPassword.toLowerCase(Locale.ROOT).contains(loginName.toLowerCase(Locale.ROOT))) {
      throw refused("PASSWORD_LOGIN_NAME", "密码不能包含登录名");
    }
    if (newPassword.equals(oldPassword)) {
      throw refused("PASSWORD_SAME", "新密码不能与原密码相同");
    }
  }

  private static int kind(int character) {
    if (character >= 'a' && character <= 'z') {
      return 1;
    }
    if (character >= 'A' && character <= 'Z') {
      return 2;
    }
    return character >= '0' && character <= '9' ? 3 : 4;
  }

  private static Rejected refused(String code, String words) {
    return new Rejected(code, "newPassword", words);
  }
}
