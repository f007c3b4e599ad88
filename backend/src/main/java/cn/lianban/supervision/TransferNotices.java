package cn.lianban.supervision;

import cn.lianban.clock.DutyTransferred;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.NoticeKind;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who gets a duty from a colleague is told, and who had it when somebody else took it from him. */
@Component
class TransferNotices {
  static final String KIND = "clock.transferred";
  private final Outbox outbox;

  TransferNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  /** In the transaction of the transfer; nobody hears of what he did himself. */
  @EventListener
  void transferred(DutyTransferred duty) {
    String label = RungNotices.cut(duty.label());
    if (duty.toId() != duty.byId()) {
      tell(duty, duty.toId(), "转给您承办：" + label, "“" + label + "”已转给您承办，请及时办理。");
    }
    Long from = duty.fromId();
    if (from != null && from != duty.byId()) {
      tell(duty, from, "已转由他人承办：" + label, "“" + label + "”已转由同事承办。");
    }
  }

  private void tell(DutyTransferred duty, long account, String title, String text) {
    String subject = duty.subjectKind() + ":" + duty.subjectId();
    outbox.tell(
        Notice.of(KIND, subject, Set.of(Recipient.account(account)), title, text)
            .at(RungNotices.path(duty.subjectKind(), duty.subjectId()))
            .once(KIND + ":" + duty.dutyId() + ":" + duty.version() + ":" + account));
  }

  /** As people read it. */
  @Configuration(proxyBeanMethods = false)
  static class TransferNoticeKinds {
    @Bean
    NoticeKind transferredDuty() {
      return new NoticeKind(KIND, "事项转办", "Work given to you");
    }
  }
}
