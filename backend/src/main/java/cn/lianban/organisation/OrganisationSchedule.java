package cn.lianban.organisation;

import cn.lianban.tenancy.Now;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the organisation does by itself: planned changes take effect when their day begins. */
@Configuration(proxyBeanMethods = false)
class OrganisationSchedule {

  @Bean
  RecurringTask<Void> unitChangeDay(PlannedChanges planned) {
    return Tasks.recurring(
            "unit-changes",
            Schedules.daily(
                Now.CHINA, LocalTime.of(0, 1), LocalTime.of(6, 0), LocalTime.of(12, 30)))
        .execute((task, context) -> planned.round());
  }
}
