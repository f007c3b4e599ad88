package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the units that were asked to a joint review meeting think: one opinion each. */
@Component
class Opinions {
  private final TenantScope scope;
  private final MeetingRows rows;
  private final StepActs units;
  private final StepClocks clocks;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Opinions(
      TenantScope scope,
      MeetingRows rows,
      StepActs units,
      StepClocks clocks,
      Once once,
      AuditTrail audit,
      Now now) {
    this.scope = scope;
    this.rows = rows;
    this.units = units;
    this.clocks = clocks;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @return the meeting's id
   * @throws Rejected NOT_FOUND, WRONG_STATE when the meeting or the case is over, or a colleague
   *     has given the unit's opinion
   */
  long opine(Call call, int unitId, String typed) {
    String opinion = Texts.required(typed, "opinion", "请填写意见");
    return once.run(call.key(), call.input(), () -> give(call.id(), unitId, opinion)).id();
  }

  private long give(long meetingId, int unitId, String opinion) {
    MeetingRows.Meeting meeting =
        rows.find(meetingId).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这次会审"));
    Seat seat = units.seat(unitId).orElseThrow(Problem::forbidden);
    scope.actFor(seat.forAccount());
    MeetingRows.Invited invited =
        meeting.units().stream()
            .filter(one -> one.unitId() == unitId)
            .findFirst()
            .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "该单位未受邀"));
    Instant at = now.instant();
    if (invited.closed() || !rows.opinion(meetingId, unitId, opinion, at)) {
      throw new Rejected("WRONG_STATE", null, "会审已结束或意见已提交");
    }
    if (invited.dutyId() != null) {
      clocks.closeIfOpen(invited.dutyId(), at);
    }
    audit.record("case.opinion", "case:" + meeting.caseId(), Map.of("meeting", meetingId));
    return meetingId;
  }
}
