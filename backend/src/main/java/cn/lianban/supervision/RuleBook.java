package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.RULE_VERSION;

import cn.lianban.cases.CaseFile;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.db.supervision.tables.records.RuleVersionRecord;
import cn.lianban.supervision.Verdict.Finding;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules as a district has them: versions, the highest is in force. */
@Component
class RuleBook {
  /** The applicant's own days: no unit is at fault. */
  static final String OWED = "CASE_OWED";

  private static final String DECISION = "CASE";

  private static final String STEP = "CASE_STEP";

  private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final JsonMapper json;

  RuleBook(DSLContext sql, TenantScope scope, Now now, JsonMapper json) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.json = json;
  }

  /**
   * One version of a rule.
   *
   * @param no 0: built in
   * @param answerDays working days to answer; 0: needs no answer
   * @param changedAt null: built in
   * @param enabledSince what happened before is not raised; null: from the beginning
   */
  record Version(
      Rule rule,
      int no,
      boolean enabled,
      int answerDays,
      Limits limits,
      @Nullable Instant changedAt,
      @Nullable Instant enabledSince) {

    static Version builtIn(Rule rule) {
      return new Version(
          rule, 0, rule.usuallyEnabled(), rule.usualAnswerDays(), rule.limits(), null, null);
    }

    boolean covers(Instant at) {
      return enabled && (enabledSince == null || !at.isBefore(enabledSince));
    }

    boolean covers(Finding finding) {
      return covers(finding.until());
    }
  }

  /** Every rule with all its versions, newest first, the built-in one last; one statement. */
  Map<Rule, List<Version>> all() {
    Map<String, List<RuleVersionRecord>> kept =
        sql
            .selectFrom(RULE_VERSION)
            .where(RULE_VERSION.DISTRICT_ID.eq(scope.district()))
            .orderBy(RULE_VERSION.NO)
            .fetch()
            .stream()
            .collect(Collectors.groupingBy(RuleVersionRecord::getRule));
    return Arrays.stream(Rule.values())
        .collect(
            Collectors.toMap(
                rule -> rule,
                rule -> versions(rule, kept.getOrDefault(rule.name(), List.of())),
                (a, b) -> b,
                java.util.LinkedHashMap::new));
  }

  /** What is in force; one statement. */
  Map<Rule, Version> inForce() {
    return all().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  Version inForce(Rule rule) {
    return all().getOrDefault(rule, List.of(Version.builtIn(rule))).getFirst();
  }

  /** The version by which the rung of a case opens an alert; null: it opens none. */
  @Nullable Version opening(RungFired fired) {
    if (!fired.subjectKind().equals(CaseFile.KIND) || fired.dutyKind().equals(OWED)) {
      return null;
    }
    if (fired.dutyKind().equals(STEP) && fired.kind() == RungKind.SUSPENSION_OVERRUN) {
      return null; // it waits for another unit, or stands still with its case
    }
    Map<Rule, Version> rules = inForce();
    Version rule = Objects.requireNonNull(rules.get(Rule.of(fired.kind())));
    return rule.covers(fired.at()) && !isStepLate(rules, fired) ? rule : null;
  }

  /** One late step is one alert: the rule of steps finds it when it is on. */
  private static boolean isStepLate(Map<Rule, Version> rules, RungFired fired) {
    return fired.kind() == RungKind.RED
        && !fired.dutyKind().equals(DECISION)
        && Objects.requireNonNull(rules.get(Rule.STEP_LATE)).covers(fired.at());
  }

  private List<Version> versions(Rule rule, List<RuleVersionRecord> kept) {
    List<Version> versions = new java.util.ArrayList<>(List.of(Version.builtIn(rule)));
    for (RuleVersionRecord row : kept) {
      Version before = versions.getLast();
      Instant since =
          row.getEnabled() ? before.enabled() ? before.enabledSince() : row.getChangedAt() : null;
      versions.add(
          new Version(
              rule,
              row.getNo(),
              row.getEnabled(),
              row.getAnswerDays(),
              rule.limits().with(json.readValue(row.getLimits().data(), NUMBERS)),
              row.getChangedAt(),
              since));
    }
    versions.sort(Comparator.comparingInt(Version::no).reversed());
    return versions;
  }

  /** Writes the next version; false when somebody else has written it. */
  boolean add(Version next, long account) {
    return sql.insertInto(RULE_VERSION)
            .set(RULE_VERSION.DISTRICT_ID, scope.district())
            .set(RULE_VERSION.RULE, next.rule().name())
            .set(RULE_VERSION.NO, next.no())
            .set(RULE_VERSION.ENABLED, next.enabled())
            .set(RULE_VERSION.ANSWER_DAYS, next.answerDays())
            .set(RULE_VERSION.LIMITS, JSONB.valueOf(json.writeValueAsString(next.limits().all())))
            .set(RULE_VERSION.CHANGED_AT, now.instant())
            .set(RULE_VERSION.CHANGED_BY, account)
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
