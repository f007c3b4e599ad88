package cn.lianban.supervision;

import cn.lianban.clock.RungFired;
import cn.lianban.supervision.Verdict.Finding;
import java.util.Map;

/** A clock's rung as evidence. */
final class RungFindings {
  private RungFindings() {}

  static Finding of(RungFired fired) {
    return new Finding(
        "duty:" + fired.dutyId() + ":" + fired.generation() + ":" + fired.at().getEpochSecond(),
        fired.ownerUnitId(),
        fired.at(),
        Map.of("step", fired.dutyKind(), "since", Around.day(fired.at()).toString()));
  }
}
