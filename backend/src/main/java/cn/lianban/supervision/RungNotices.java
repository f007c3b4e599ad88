package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.graphql.Ids;
import cn.lianban.outbox.Audience;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.NoticeKind;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Now;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clock that turns yellow or red is told to the unit that owes the duty. */
@Component
class RungNotices implements Audience {
  static final String YELLOW = "clock.yellow";
  static final String RED = "clock.red";
  private static final String CONSULTATION = "Consultation";
  private final Duties duties;
  private final Outbox outbox;
  private final RuleBook rules;
  private final Now now;

  RungNotices(Duties duties, Outbox outbox, RuleBook rules, Now now) {
    this.duties = duties;
    this.outbox = outbox;
    this.rules = rules;
    this.now = now;
  }

  /** In the transaction that fired the rung. Red is urgent, but wakes nobody: see SmsRule. */
  @EventListener
  void fired(RungFired rung) {
    if (rung.kind() == RungKind.YELLOW || rung.kind() == RungKind.RED) {
      duties.find(rung.dutyId()).ifPresent(duty -> tell(rung, duty));
    }
  }

  private void tell(RungFired rung, Duty duty) {
    boolean yellow = rung.kind() == RungKind.YELLOW;
    // what fires late (a past case brought in, a service that stood still) says how it is now
    String what = yellow && !over(duty) ? "临期" : "超期";
    String when = duty.dueOn() == null ? "" : "，期限" + duty.dueOn();
    Notice notice =
        Notice.of(
                yellow ? YELLOW : RED,
                rung.subjectKind() + ":" + rung.subjectId(),
                // of an alert the unit hears by the alert, which asks for an answer
                rules.opening(rung) == null ? to(rung.ownerUnitId()) : Set.of(Recipient.channels()),
                what + "：" + cut(duty.label()),
                "“" + cut(duty.label()) + "”已" + what + when + "，请及时办理。")
            .at(path(rung.subjectKind(), rung.subjectId()))
            .once("rung:" + rung.dutyId() + ":" + rung.generation() + ":" + rung.kind());
    outbox.tell(yellow ? notice : notice.asUrgent());
  }

  private boolean over(Duty duty) {
    return duty.dueAt() != null && !now.instant().isBefore(duty.dueAt());
  }

  private static Set<Recipient> to(int unitId) {
    return Set.of(Recipient.unit(unitId), Recipient.channels());
  }

  static String cut(String label) {
    return label.length() <= 80 ? label : label.substring(0, 79) + "…";
  }

  /** Where what a duty is about is opened. */
  static String path(String subjectKind, long subjectId) {
    return switch (subjectKind) {
      case CaseFile.KIND -> "/cases/" + Ids.of(CaseFile.KIND, subjectId);
      case CONSULTATION -> "/consultations/" + Ids.of(CONSULTATION, subjectId);
      case Alert.KIND -> "/alerts/" + Ids.of(Alert.KIND, subjectId);
      default -> "/queue";
    };
  }

  @Override
  public Set<String> kinds() {
    return Set.of(YELLOW, RED);
  }

  /** The units that owe something about the case now, as far as the caller sees it. */
  @Override
  public Set<Recipient> recipients(String kind, String subjectId) {
    long id = Ids.parse(CaseFile.KIND, subjectId);
    return duties.ofSubjects(CaseFile.KIND, List.of(id)).getOrDefault(id, List.of()).stream()
        .filter(duty -> duty.closedAt() == null)
        .flatMap(duty -> to(duty.ownerUnitId()).stream())
        .collect(Collectors.toSet());
  }

  /** As people read them. */
  @Configuration(proxyBeanMethods = false)
  static class RungNoticeKinds {
    @Bean
    NoticeKind yellowClock() {
      return new NoticeKind(YELLOW, "办件临期", "Case due soon");
    }

    @Bean
    NoticeKind redClock() {
      return new NoticeKind(RED, "办件超期", "Case overdue");
    }
  }
}
