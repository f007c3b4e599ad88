package cn.lianban.outbox;

import org.springframework.stereotype.Component;

/** Lets a district's notices arrive at once, for tests of rooms that tell. */
@Component
public class TestSpreading {
  private final OutboxRound round;

  TestSpreading(OutboxRound round) {
    this.round = round;
  }

  public void inDistrict(int district) {
    round.inDistrict(district);
  }
}
