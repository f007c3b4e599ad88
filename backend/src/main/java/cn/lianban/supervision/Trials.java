package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTraces;
import cn.lianban.cases.Cases;
import cn.lianban.cases.ConcernedCases;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.clock.ToldRungs;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.supervision.Verdict.Finding;
import cn.lianban.tenancy.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a rule would have raised: the same judges over cases that had something happen in a time,
 * ran out of it then, or are open still. Raises nothing.
 */
@Component
class Trials {
  static final Role[] WHO = {Role.SUPERVISOR, Role.DISTRICT_ADMIN, Role.AUDITOR};
  private static final int BATCH = 500;
  private static final int MOST = 10_000;
  private static final int SAMPLES = 50;
  private static final int LONGEST_IN_DAYS = 92;
  private final CaseTraces traces;
  private final ConcernedCases concerned;
  private final Cases cases;
  private final ToldRungs rungs;
  private final Looks looks;
  private final Posts posts;

  Trials(
      CaseTraces traces,
      ConcernedCases concerned,
      Cases cases,
      ToldRungs rungs,
      Looks looks,
      Posts posts) {
    this.traces = traces;
    this.concerned = concerned;
    this.cases = cases;
    this.rungs = rungs;
    this.looks = looks;
    this.posts = posts;
  }

  /** A case and what was found in it. */
  record Sample(CaseFile file, Finding finding) {}

  /**
   * @param complete false: there were more cases than one go looks at
   */
  record Trial(
      int examined,
      boolean complete,
      int found,
      Map<Integer, Integer> byUnit,
      List<Sample> samples) {
    Trial() {
      this(0, true, 0, new LinkedHashMap<>(), new ArrayList<>());
    }

    Trial with(int more, boolean all) {
      return new Trial(examined + more, all, found, byUnit, samples);
    }

    Trial plus(CaseFile file, Finding finding) {
      byUnit.merge(finding.unitId(), 1, Integer::sum);
      if (samples.size() < SAMPLES) {
        samples.add(new Sample(file, finding));
      }
      return new Trial(examined, complete, found + 1, byUnit, samples);
    }
  }

  /**
   * @param to the last day; at most 92 days after the first
   * @throws Problem FORBIDDEN, BAD_INPUT at input.to
   */
  Trial of(Rule rule, Limits limits, LocalDate from, LocalDate to) {
    posts.require(WHO);
    if (to.isBefore(from) || from.plusDays(LONGEST_IN_DAYS).isBefore(to)) {
      throw Problem.badInput("input.to", "试算期间须在 92 天以内");
    }
    Instant begin = from.atStartOfDay(Now.CHINA).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(Now.CHINA).toInstant();
    return rule.rung()
        .map(kind -> rungs(kind, begin, end))
        .orElseGet(() -> anomalies(rule, limits, begin, end));
  }

  private Trial rungs(RungKind kind, Instant begin, Instant end) {
    List<RungFired> told = rungs.between(kind, CaseFile.KIND, begin, end, MOST + 1);
    Map<Long, CaseFile> files =
        cases.byIds(told.stream().map(RungFired::subjectId).distinct().toList());
    Trial trial = new Trial().with(files.size(), told.size() <= MOST);
    for (RungFired one : told) {
      CaseFile file = files.get(one.subjectId());
      boolean owed = one.dutyKind().equals(RuleBook.OWED); // as the live rule leaves it out
      if (file != null && !file.test() && !owed) {
        trial = trial.plus(file, RungFindings.of(one));
      }
    }
    return trial;
  }

  private Trial anomalies(Rule rule, Limits limits, Instant begin, Instant end) {
    Trial trial = new Trial();
    long after = 0;
    List<Long> ids = concerned.between(begin, end, after, BATCH);
    while (!ids.isEmpty() && trial.examined() < MOST) {
      trial = judge(trial, rule, limits, ids, begin, end);
      after = ids.getLast();
      ids = concerned.between(begin, end, after, BATCH);
    }
    return trial.with(0, ids.isEmpty());
  }

  private Trial judge(
      Trial sofar, Rule rule, Limits limits, List<Long> ids, Instant begin, Instant end) {
    List<CaseTrace> found = traces.of(ids);
    Around around =
        looks.around(found, begin.minus(Duration.ofDays(1)), end.plus(Duration.ofDays(1)));
    Trial trial = sofar.with(found.size(), true);
    for (CaseTrace trace : found) {
      for (Finding one : rule.judge().orElseThrow().of(trace, limits, around).findings()) {
        if (!one.at().isBefore(begin) && one.at().isBefore(end)) {
          trial = trial.plus(trace.file(), one);
        }
      }
    }
    return trial;
  }
}
