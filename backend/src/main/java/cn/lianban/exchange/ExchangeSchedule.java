package cn.lianban.exchange;

import cn.lianban.tenancy.Now;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the exchange does by itself; db-scheduler lets one instance at a time do it. One thread of
 * the schedule, whatever there is to do: the workers are the round's own.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeSchedule {
  @Bean
  RecurringTask<Void> exchangeWork(ExchangeRound round) {
    return Tasks.recurring("exchange-work", FixedDelay.ofMillis(300))
        .execute((task, context) -> round.run(() -> !context.getSchedulerState().isShuttingDown()));
  }

  @Bean
  RecurringTask<Void> exchangeOldFiles(OldFiles files) {
    return Tasks.recurring("exchange-old-files", Schedules.daily(Now.CHINA, LocalTime.of(3, 40)))
        .execute((task, context) -> files.forget());
  }
}
