package cn.lianban.organisation;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries planned changes out on their day, each in a transaction of its own. */
@Component
class PlannedChanges {
  private static final Logger log = LoggerFactory.getLogger(PlannedChanges.class);
  private static final String ACTOR = "job:unit-changes";
  private final Districts districts;
  private final ChangeQueries queries;
  private final Successions successions;
  private final TenantScope scope;
  private final Now now;

  PlannedChanges(
      Districts districts,
      ChangeQueries queries,
      Successions successions,
      TenantScope scope,
      Now now) {
    this.districts = districts;
    this.queries = queries;
    this.successions = successions;
    this.scope = scope;
    this.now = now;
  }

  void round() {
    districts.ids().forEach(this::inDistrict);
  }

  /** One that cannot be carried out stays planned, and its screen says that its day has passed. */
  void inDistrict(int district) {
    List<Long> due = scope.inDistrict(district, Reach.ALL, ACTOR, () -> queries.due(now.today()));
    for (long change : due) {
      try {
        scope.inDistrict(
            district,
            Reach.ALL,
            ACTOR,
            () ->
                scope.write(
                    () -> {
                      successions.carryOut(change);
                      return true;
                    }));
      } catch (RuntimeException failed) {
        log.error("change {} of district {} not carried out", change, district, failed);
      }
    }
  }
}
