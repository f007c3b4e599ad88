package cn.lianban.audit;

import cn.lianban.tenancy.Now;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What audit does by itself; db-scheduler lets one instance at a time do it. */
@Configuration(proxyBeanMethods = false)
class AuditSchedule {

  /** With the poll of 1 s a row is sealed at most 2 s after its commit. */
  @Bean
  RecurringTask<Void> auditSeal(Sealing sealing) {
    return Tasks.recurring("audit-seal", FixedDelay.ofMillis(500))
        .execute((task, context) -> sealing.round());
  }

  @Bean
  RecurringTask<Void> auditOldKeys(OldKeys keys) {
    return Tasks.recurring("audit-old-keys", Schedules.daily(Now.CHINA, LocalTime.of(3, 10)))
        .execute((task, context) -> keys.forget());
  }
}
