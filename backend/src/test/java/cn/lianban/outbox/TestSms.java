package cn.lianban.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A gateway that remembers, can be down, and knows one number that does not exist. */
@Component
@Primary
public final class TestSms implements SmsGateway {
  static final String UNKNOWN = "13000000000";

  record Sms(String mobile, String text, UUID sentAs) {}

  private final List<Sms> all = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private volatile boolean unknown = true;

  void down(boolean down) {
    this.down = down;
  }

  void unknown(boolean unknown) {
    this.unknown = unknown;
  }

  List<Sms> to(String mobile) {
    return all.stream().filter(sms -> sms.mobile().equals(mobile)).toList();
  }

  @Override
  public Answer send(String mobile, String text, UUID sentAs) {
    if (down) {
      return Answer.again(null, "连接失败 ConnectException", null);
    }
    if (unknown && mobile.equals(UNKNOWN)) {
      return Answer.refused(400, "HTTP 400");
    }
    all.add(new Sms(mobile, text, sentAs));
    return Answer.sent(200);
  }
}
