package cn.lianban.supervision;

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
import java.util.function.Supplier;
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
  private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);
  private final TenantScope scope;
  private final Now now;
  private final LookQueue queue;
  private final RuleBook rules;
  private final CaseTraces traces;
  private final Calendars calendars;
  private final AlertSteps steps;
  private final AlertNotices notices;

  Looks(
      TenantScope scope,
      Now now,
      LookQueue queue,
      RuleBook rules,
      CaseTraces traces,
      Calendars calendars,
      AlertSteps steps,
      AlertNotices notices) {
    this.scope = scope;
    this.now = now;
    this.queue = queue;
    this.rules = rules;
    this.traces = traces;
    this.calendars = calendars;
    this.steps = steps;
    this.notices = notices;
  }

  /** One round over all districts; a district that fails is told in the log and tried next time. */
  void round() {
    for (int district : scope.onPlatform(Reach.SCAN, ACTOR, queue::districts)) {
      try {
        inDistrict(district);
      } catch (RuntimeException failed) {
        log.error("alert rules of district {} not run", district, failed);
      }
    }
  }

  /** Every case that waits in one district, each batch in a transaction of its own. */
  void inDistrict(int district) {
    boolean sweeping = true;
    while (sweeping) {
      sweeping = write(district, queue::sweep);
    }
    int looked = BATCH;
    while (looked == BATCH) {
      try {
        looked = write(district, () -> look(queue.take(BATCH)));
      } catch (RuntimeException failed) {
        log.warn("alert rules of district {}: a batch failed, case by case now", district, failed);
        looked = oneByOne(district);
      }
    }
  }

  private <T> T write(int district, Supplier<T> work) {
    return scope.inDistrict(district, Reach.ALL, ACTOR, () -> scope.write(work::get));
  }

  /** The case that fails keeps nobody else's from being looked at. */
  private int oneByOne(int district) {
    List<Long> ids = write(district, () -> queue.take(BATCH));
    for (long id : ids) {
      try {
        write(district, () -> look(queue.takeOne(id)));
      } catch (RuntimeException failed) {
        log.error("alert rules of district {} not run on case {}", district, id, failed);
        write(district, () -> postpone(id));
      }
    }
    return ids.size();
  }

  private boolean postpone(long caseId) {
    queue.postpone(caseId, now.instant().plus(AFTER_A_FAILURE));
    notices.failed(caseId, now.today());
    return true;
  }

  private int look(List<Long> ids) {
    if (!ids.isEmpty()) {
      queue.forget(ids, judge(ids, now.instant()));
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
          .filter(finding -> version.covers(finding))
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
}
