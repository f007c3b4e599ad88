package cn.lianban.setup;

import cn.lianban.cases.Agent;
import cn.lianban.cases.Applicant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invented people and enterprises. Their numbers have right check digits and an area code (990101)
 * that no real number can have; their mobile numbers begin with 100, which nobody is given.
 */
final class DemoApplicants {
  private static final String AREA = "990101";
  private static final String SURNAMES = "林方程苏顾叶沈严陆秦江白温柳唐夏宋池钟贺";
  private static final String GIVEN = "云清安然子墨知秋长河若水明远书言一诺青禾望舒星河念慈景行思齐";
  private static final String TRADES = "餐饮商贸建材农机运输科技园艺物业";
  private static final String SIGNS = "晨曦云帆禾下东篱星野拾光南山竹里";
  private static final int[] CARD_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] USCC_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private final RandomGenerator random;

  DemoApplicants(RandomGenerator random) {
    this.random = random;
  }

  Applicant person() {
    String name = pick(SURNAMES, 1) + pick(GIVEN, 2);
    LocalDate born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(25_000));
    String body = AREA + DAY.format(born) + "%03d".formatted(random.nextInt(1_000));
    String agent = random.nextInt(12) == 0 ? pick(SURNAMES, 1) + pick(GIVEN, 2) : null;
    return new Applicant(
        Applicant.Kind.PERSON,
        name,
        Applicant.IdKind.IDENTITY_CARD,
        body + cardCheck(body),
        mobile(),
        agent == null ? null : agent(agent));
  }

  Applicant enterprise() {
    String name = "示范区" + pick(SIGNS, 2) + pick(TRADES, 2) + "有限公司";
    StringBuilder body = new StringBuilder("91" + AREA);
    for (int i = 0; i < 9; i++) {
      body.append(USCC_SIGNS.charAt(random.nextInt(USCC_SIGNS.length())));
    }
    return new Applicant(
        Applicant.Kind.ENTERPRISE,
        name,
        Applicant.IdKind.USCC,
        body.toString() + usccCheck(body),
        mobile(),
        agent(pick(SURNAMES, 1) + pick(GIVEN, 2)));
  }

  /** By his name alone, so that the year of past stays as it was. */
  private static Agent agent(String name) {
    String body = AREA + "19850615" + "%03d".formatted(Math.floorMod(name.hashCode(), 1_000));
    return new Agent(
        name, Applicant.IdKind.IDENTITY_CARD, body + cardCheck(body), Agent.Mandate.GENERAL, null);
  }

  private String mobile() {
    return String.format(Locale.ROOT, "100%08d", random.nextInt(100_000_000));
  }

  /** A run of characters at a multiple of its length. */
  private String pick(String from, int length) {
    int start = random.nextInt(from.length() / length) * length;
    return from.substring(start, start + length);
  }

  /** GB 11643: ISO 7064 MOD 11-2. */
  static char cardCheck(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < CARD_WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * CARD_WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11);
  }

  /** GB 32100-2015: MOD 31. */
  static char usccCheck(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < USCC_WEIGHTS.length; i++) {
      sum += USCC_SIGNS.indexOf(body.charAt(i)) * USCC_WEIGHTS[i];
    }
    return USCC_SIGNS.charAt((31 - sum % 31) % 31);
  }
}
