package cn.lianban.identity;

import cn.lianban.tenancy.Now;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What identity does by itself; db-scheduler lets one instance at a time do it. */
@Configuration(proxyBeanMethods = false)
class IdentitySchedule {
  @Bean
  RecurringTask<Void> disableIdleAccounts(IdleAccounts idle) {
    return Tasks.recurring(
            "identity-idle-accounts", Schedules.daily(Now.CHINA, LocalTime.of(3, 30)))
        .execute((task, context) -> idle.round());
  }
}
