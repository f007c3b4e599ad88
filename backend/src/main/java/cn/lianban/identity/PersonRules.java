package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a person and his login name are written. */
final class PersonRules {
  private static final Pattern LOGIN =
      Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}._@-]{2,59}");
  private static final Pattern MOBILE = Pattern.compile("\\+?[0-9][0-9 -]{4,28}");
  private static final int LONGEST_NAME = 60;

  private PersonRules() {}

  /**
   * Login names are small letters; names keep rare characters and "·", only blanks around them go.
   *
   * @throws Rejected INVALID at loginName, name or mobile
   */
  static Person checked(String loginName, String name, @Nullable String mobile) {
    String login = login(loginName);
    if (!LOGIN.matcher(login).matches()) {
      throw new Rejected("INVALID", "loginName", "登录名为 3 至 60 个小写字母、数字、汉字或 . _ @ -");
    }
    String person = name.strip();
    if (person.isEmpty()
        || person.codePointCount(0, person.length()) > LONGEST_NAME
        || person.codePoints().anyMatch(Character::isISOControl)) {
      throw new Rejected("INVALID", "name", "姓名为 1 至 60 个字符");
    }
    String phone = mobile == null ? "" : mobile.strip();
    if (!phone.isEmpty() && !MOBILE.matcher(phone).matches()) {
      throw new Rejected("INVALID", "mobile", "电话只能含数字、空格和 -");
    }
    return new Person(login, person, phone.isEmpty() ? null : phone);
  }

  /** A login name as it is kept, whatever width and case it was typed in. */
  static String login(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** A person as he is written down. */
  record Person(String loginName, String name, @Nullable String mobile) {}
}
