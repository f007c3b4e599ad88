package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.TAKING_EFFECT;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * When the day of a published version has come, the lists are told; the window asks by date and
 * does not wait for it.
 */
@Component
class TakingEffect {
  private static final Logger log = LoggerFactory.getLogger(TakingEffect.class);
  private static final String ACTOR = "job:catalog-editions";
  private static final int BATCH = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Editions editions;

  TakingEffect(DSLContext sql, TenantScope scope, Now now, Editions editions) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.editions = editions;
  }

  /** One round over all districts; one that fails is told in the log and tried next time. */
  void round() {
    for (int district : scope.onPlatform(Reach.SCAN, ACTOR, this::districts)) {
      try {
        inDistrict(district);
      } catch (RuntimeException failed) {
        log.error("versions of district {} not in effect", district, failed);
      }
    }
  }

  /** Every version whose day has come, each batch in a transaction of its own. */
  void inDistrict(int district) {
    boolean more = true;
    while (more) {
      more = scope.inDistrict(district, Reach.ALL, ACTOR, () -> scope.write(() -> batch(district)));
    }
  }

  private List<Integer> districts() {
    return sql.selectDistinct(TAKING_EFFECT.DISTRICT_ID)
        .from(TAKING_EFFECT)
        .where(TAKING_EFFECT.ON_DAY.le(now.today()))
        .fetch(TAKING_EFFECT.DISTRICT_ID);
  }

  private boolean batch(int district) {
    List<Long> due =
        sql.select(TAKING_EFFECT.ITEM_ID)
            .from(TAKING_EFFECT)
            .where(TAKING_EFFECT.DISTRICT_ID.eq(district), TAKING_EFFECT.ON_DAY.le(now.today()))
            .limit(BATCH)
            .forUpdate()
            .skipLocked()
            .fetch(TAKING_EFFECT.ITEM_ID);
    due.stream().distinct().forEach(editions::takeEffect);
    return due.size() == BATCH;
  }

  /** db-scheduler lets one instance at a time do it. */
  @Configuration(proxyBeanMethods = false)
  static class Schedule {
    @Bean
    RecurringTask<Void> catalogEditions(TakingEffect effect) {
      return Tasks.recurring("catalog-editions", FixedDelay.ofSeconds(30))
          .execute((task, context) -> effect.round());
    }
  }
}
