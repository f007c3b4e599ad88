package cn.lianban.outbox;

import java.util.regex.Pattern;

/**
 * Whom a message is for, as one word: a unit (all its posts, or those of one role), a role beside
 * the units, an account, an applicant's mobile number, or the district's own channels (webhooks and
 * group robots that take this kind).
 */
public record Recipient(String word) {
  private static final Pattern WORD =
      Pattern.compile(
          "unit:\\d{1,9}(:[A-Z_]{2,40})?|role:[A-Z_]{2,40}|account:\\d{1,18}|channels|mobile:1\\d{10}");

  public Recipient {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException("no recipient"); // not repeated: it may be a number
    }
  }

  /** Everybody with a post in the unit; a deputy for whom he stands in. */
  public static Recipient unit(int unitId) {
    return new Recipient("unit:" + unitId);
  }

  /** Who holds the role (a name of identity's) in the unit. */
  public static Recipient unit(int unitId, String role) {
    return new Recipient("unit:" + unitId + ":" + role);
  }

  /** Who holds the role anywhere in the district. */
  public static Recipient role(String role) {
    return new Recipient("role:" + role);
  }

  public static Recipient account(long accountId) {
    return new Recipient("account:" + accountId);
  }

  /** The mobile number a citizen left, eleven digits: an SMS, nothing else. */
  public static Recipient mobile(String number) {
    return new Recipient("mobile:" + number);
  }

  /** True when {@link #mobile} takes it. */
  public static boolean isMobile(String number) {
    return number.matches("1\\d{10}");
  }

  /** The district's webhooks and group robots. */
  public static Recipient channels() {
    return new Recipient("channels");
  }

  boolean isMobile() {
    return word.startsWith("mobile:");
  }

  boolean isStaff() {
    return !isMobile() && !word.equals("channels");
  }

  /** The word without what is personal, for logs and rows that stay. */
  String masked() {
    return isMobile() ? "mobile" : word;
  }
}
