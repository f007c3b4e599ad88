package cn.lianban.outbox;

import cn.lianban.testing.TestDistrict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/** What other rooms' tests see of SMS: everything that is due leaves, then the texts are read. */
public final class SmsOf {
  private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");
  private final OutboxRound rounds;
  private final Lanes lanes;
  private final TestSms sms;

  public SmsOf(ApplicationContext context) {
    this.rounds = context.getBean(OutboxRound.class);
    this.lanes = context.getBean(Lanes.class);
    this.sms = context.getBean(TestSms.class);
  }

  /** Texts to the number, oldest first; waits until at least so many have come. */
  public List<String> texts(TestDistrict here, String mobile, int atLeast) {
    for (int i = 0; i < 300 && sms.to(mobile).size() < atLeast; i++) {
      rounds.inDistrict(here.id());
      lanes.settle();
      if (sms.to(mobile).size() < atLeast) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }
    return sms.to(mobile).stream().map(TestSms.Sms::text).toList();
  }

  /** The code that was sent last, when it is the so-manieth SMS at least. */
  public String code(TestDistrict here, String mobile, int atLeast) {
    Matcher found = CODE.matcher(texts(here, mobile, atLeast).getLast());
    if (!found.find()) {
      throw new AssertionError("no code was sent last");
    }
    return found.group(1);
  }
}
