package cn.lianban.files;

import cn.lianban.tenancy.Now;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the room does by itself. */
@Configuration(proxyBeanMethods = false)
class FilesSchedule {

  @Bean
  RecurringTask<Void> filesVirusScan(Scanning scanning) {
    return Tasks.recurring("files-virus-scan", FixedDelay.ofSeconds(2))
        .execute((task, context) -> scanning.round());
  }

  /** By the machine's clock, as the storage's own times are. */
  @Bean
  RecurringTask<Void> filesOrphans(Orphans orphans) {
    return Tasks.recurring("files-orphans", Schedules.daily(Now.CHINA, LocalTime.of(3, 40)))
        .execute(
            (task, context) -> {
              try {
                orphans.remove(Instant.now().minus(Orphans.AGE));
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
  }
}
