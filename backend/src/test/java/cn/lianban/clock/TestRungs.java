package cn.lianban.clock;

import org.springframework.stereotype.Component;

/** Fires a district's due rungs at once, for tests of rooms that listen. */
@Component
public class TestRungs {
  private final RungFiring firing;

  TestRungs(RungFiring firing) {
    this.firing = firing;
  }

  public void fire(int district) {
    firing.inDistrict(district);
  }
}
