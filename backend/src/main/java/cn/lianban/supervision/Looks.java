package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.LOOK;

import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTraces;
import cn.lianban.clock.Calendars;
import cn.lianban.supervision.RuleBook.Version;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the cases that changed, by batches; what does not change costs nothing. */
@Component
class Looks {
  private static final Logger log = LoggerFactory.getLogger(Looks.class);
  private static final String ACTOR = "job:alert-rules";
  private static final int BATCH = 200;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final RuleBook rules;
  private final CaseTraces traces;
  private final Calendars calendars;
  private final AlertSteps steps;

  Looks(
      DSLContext sql,
      TenantScope scope,
      Now now,
      RuleBook rules,
      CaseTraces traces,
      Calendars calendars,
      AlertSteps steps) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.rules = rules;
    this.traces = traces;
    this.calendars = calendars;
    this.steps = steps;
  }

  /** One round over all districts; a district that fails is told in the log and tried next time. */
  void round() {
    for (int district : scope.onPlatform(Reach.SCAN, ACTOR, this::districts)) {
      try {
        inDistrict(district);
      } catch (RuntimeException failed) {
        log.error("alert rules of district {} not run", district, failed);
      }
    }
  }

  private List<Integer> districts() {
    return sql.selectDistinct(LOOK.DISTRICT_ID)
        .from(LOOK)
        .where(LOOK.LOOK_AT.le(now.instant()))
        .fetch(LOOK.DISTRICT_ID);
  }

  /** Every case that waits in one district, each batch in a transaction of its own. */
  void inDistrict(int district) {
    boolean more = true;
    while (more) {
      more = scope.inDistrict(district, Reach.ALL, ACTOR, () -> scope.write(this::batch)) == BATCH;
    }
  }

  private int batch() {
    Instant at = now.instant();
    List<Long> ids =
        sql.select(LOOK.CASE_ID)
            .from(LOOK)
            .where(LOOK.DISTRICT_ID.eq(scope.district()), LOOK.LOOK_AT.le(at))
            .orderBy(LOOK.LOOK_AT)
            .limit(BATCH)
            .forUpdate()
            .skipLocked()
            .fetch(LOOK.CASE_ID);
    if (!ids.isEmpty()) {
      forget(ids, judge(ids, at));
    }
    return ids.size();
  }

  /** Answers when to look again at which case. */
  private Map<Long, Instant> judge(List<Long> ids, Instant at) {
    List<Version> active =
        rules.inForce().values().stream()
            .filter(version -> version.enabled() && version.rule().judge().isPresent())
            .toList();
    if (active.isEmpty()) {
      return Map.of();
    }
    List<CaseTrace> found = traces.of(ids);
    Around around = around(found, at.minus(Duration.ofDays(2)), at);
    Map<Long, Instant> again = new HashMap<>();
    for (CaseTrace trace : found) {
      Instant next = judge(trace, active, around);
      if (next != null) {
        again.put(trace.file().id(), next);
      }
    }
    return again;
  }

  private @Nullable Instant judge(CaseTrace trace, List<Version> active, Around around) {
    Instant next = null;
    for (Version version : active) {
      Verdict verdict = version.rule().judge().orElseThrow().of(trace, version.limits(), around);
      verdict.findings().stream()
          .filter(finding -> version.covers(finding.at()))
          .forEach(finding -> steps.open(version, trace.file(), finding, around.now()));
      Instant again = verdict.lookAgain();
      if (again != null && (next == null || again.isBefore(next))) {
        next = again;
      }
    }
    return next;
  }

  /** What lies around these cases; two statements. */
  Around around(Collection<CaseTrace> found, Instant from, Instant to) {
    List<Long> accounts =
        found.stream()
            .flatMap(trace -> trace.events().stream())
            .map(CaseTrace.Happening::accountId)
            .filter(java.util.Objects::nonNull)
            .distinct()
            .toList();
    return new Around(now.instant(), traces.acts(accounts, from, to), calendars.workingDays());
  }

  private void forget(List<Long> ids, Map<Long, Instant> again) {
    sql.deleteFrom(LOOK)
        .where(LOOK.DISTRICT_ID.eq(scope.district()))
        .and(LOOK.CASE_ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .execute();
    again.forEach(
        (id, when) ->
            sql.insertInto(LOOK)
                .set(LOOK.DISTRICT_ID, scope.district())
                .set(LOOK.CASE_ID, id)
                .set(LOOK.LOOK_AT, when)
                .execute());
  }
}
