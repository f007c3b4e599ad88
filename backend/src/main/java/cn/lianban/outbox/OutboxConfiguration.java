package cn.lianban.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which SMS gateway, by setting; and the one recurring task of the outbox. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SmsGateway smsGateway(
      @Value("${lianban.sms.url:}") String url,
      @Value("${lianban.sms.token:}") String token,
      @Value("${lianban.sms.directory:}") String directory,
      HttpDoor door,
      JsonMapper json) {
    if (!url.isBlank()) {
      return new SmsHttp(URI.create(url), token, door, json);
    }
    return directory.isBlank() ? SmsGateway.NONE : new SmsFiles(Path.of(directory));
  }

  @Bean
  RecurringTask<Void> outboxRounds(OutboxRound outbox) {
    return Tasks.recurring("outbox", FixedDelay.ofSeconds(1))
        .execute((task, context) -> outbox.round());
  }

  @Bean
  NoticeKind failedDeliveries() {
    return new NoticeKind(Outcomes.FAILED_KIND, "消息未能送达", "Message not delivered");
  }
}
