package cn.lianban.clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the clock does by itself: one recurring task for all clocks, never one for each. */
@Configuration(proxyBeanMethods = false)
class ClockSchedule {

  @Bean
  RecurringTask<Void> clockRungs(RungFiring firing) {
    return Tasks.recurring("clock-rungs", FixedDelay.ofSeconds(5))
        .execute((task, context) -> firing.round());
  }

  @Bean
  RecurringTask<Void> clockNationalCalendar(NationalRecomputation recomputation) {
    return Tasks.recurring("clock-national-calendar", FixedDelay.ofSeconds(20))
        .execute((task, context) -> recomputation.round());
  }
}
