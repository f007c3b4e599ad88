package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.SegmentRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The arithmetic of duties that were read before, with what it needs from the database. */
@Component
class Reckonings {
  private final DutyRows rows;
  private final Calendars calendars;
  private final Now now;

  Reckonings(DutyRows rows, Calendars calendars, Now now) {
    this.rows = rows;
    this.calendars = calendars;
    this.now = now;
  }

  Map<Duty, Reckoning> of(Collection<Duty> duties) {
    Map<Long, List<SuspensionRecord>> suspensions = rows.suspensions(ids(duties));
    LocalRules rules = calendars.rules();
    Map<Duty, Reckoning> answer = new HashMap<>();
    duties.forEach(
        d -> answer.put(d, d.reckoning(suspensions.getOrDefault(d.id(), List.of()), rules)));
    return answer;
  }

  Map<Duty, List<Segment>> segments(Collection<Duty> duties) {
    Map<Long, List<SegmentRecord>> pieces = rows.segments(ids(duties));
    Map<Duty, Reckoning> reckonings = of(duties);
    Instant moment = now.instant();
    Map<Duty, List<Segment>> answer = new HashMap<>();
    reckonings.forEach(
        (duty, reckoning) ->
            answer.put(
                duty,
                pieces.getOrDefault(duty.id(), List.of()).stream()
                    .map(piece -> Segment.of(piece, duty, reckoning, moment))
                    .toList()));
    return answer;
  }

  private static List<Long> ids(Collection<Duty> duties) {
    return duties.stream().map(Duty::id).toList();
  }
}
