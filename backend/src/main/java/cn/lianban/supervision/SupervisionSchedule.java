package cn.lianban.supervision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What supervision does by itself. */
@Configuration(proxyBeanMethods = false)
class SupervisionSchedule {

  @Bean
  RecurringTask<Void> alertRules(Looks looks) {
    return Tasks.recurring("alert-rules", FixedDelay.ofSeconds(5))
        .execute((task, context) -> looks.round());
  }

  @Bean
  RecurringTask<Void> unattendedQueues(UnattendedWatch watch) {
    return Tasks.recurring("unattended-queues", FixedDelay.ofMinutes(10))
        .execute((task, context) -> watch.round());
  }
}
