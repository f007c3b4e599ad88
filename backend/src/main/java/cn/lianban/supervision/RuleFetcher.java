package cn.lianban.supervision;

import cn.lianban.api.types.AlertLimitInput;
import cn.lianban.api.types.AlertRuleSaveInput;
import cn.lianban.api.types.AlertTrialInput;
import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.UserError;
import cn.lianban.supervision.AlertPartsFetcher.Evidence;
import cn.lianban.supervision.RuleBook.Version;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules in the API. */
@DgsComponent
class RuleFetcher {
  private final RuleDesk desk;
  private final Trials trials;

  RuleFetcher(RuleDesk desk, Trials trials) {
    this.desk = desk;
    this.trials = trials;
  }

  @DgsQuery
  List<AlertRule> alertRules() {
    Rights rights = rights();
    return desk.rules().values().stream().map(versions -> AlertRule.of(versions, rights)).toList();
  }

  @DgsQuery
  AlertTrial alertTrial(@InputArgument AlertTrialInput input) {
    Rule rule = Rule.valueOf(input.getRule().name());
    try {
      Limits limits = rule.limits().checked(numbers(input.getLimits()));
      return AlertTrial.of(trials.of(rule, limits, input.getFrom(), input.getTo()));
    } catch (Rejected refused) {
      throw Problem.badInput("input.limits", String.valueOf(refused.getMessage()));
    }
  }

  @DgsMutation
  AlertRulePayload alertRuleSave(@InputArgument AlertRuleSaveInput input) {
    return Refusals.payload(
        () -> {
          Rule rule = Rule.valueOf(input.getCode().name());
          desk.save(
              input.getIdempotencyKey(),
              input,
              rule,
              input.getExpectedNo(),
              input.getEnabled(),
              input.getAnswerDays(),
              numbers(input.getLimits()));
          List<Version> versions = Objects.requireNonNull(desk.rules().get(rule));
          return new AlertRulePayload(AlertRule.of(versions, rights()), List.of());
        },
        errors -> new AlertRulePayload(null, errors));
  }

  private Rights rights() {
    return new Rights(desk.mayEdit(), desk.mayTry());
  }

  /** What the viewer may do with rules. */
  private record Rights(boolean edit, boolean trial) {}

  private static Map<String, Integer> numbers(List<AlertLimitInput> typed) {
    return typed.stream()
        .collect(
            Collectors.toMap(
                AlertLimitInput::getName, AlertLimitInput::getValue, (one, other) -> other));
  }

  @DgsData(parentType = "AlertTrialUnit", field = "unit")
  CompletableFuture<Unit> trialUnit(DataFetchingEnvironment env) {
    AlertTrial.OfUnit one = Objects.requireNonNull(env.getSource());
    return Loads.one(env, "units", one.unitId());
  }

  @DgsData(parentType = "AlertTrialSample", field = "unit")
  CompletableFuture<Unit> sampleUnit(DataFetchingEnvironment env) {
    AlertTrial.Sample one = Objects.requireNonNull(env.getSource());
    return Loads.one(env, "units", one.unitId());
  }

  /** A number with its bounds. */
  record AlertLimit(String name, int value, int least, int most) {
    static List<AlertLimit> of(Limits limits) {
      return limits.known().stream()
          .map(one -> new AlertLimit(one.name(), limits.get(one.name()), one.least(), one.most()))
          .toList();
    }
  }

  record AlertRuleVersion(
      int no, boolean enabled, int answerDays, List<AlertLimit> limits, Instant changedAt) {
    static AlertRuleVersion of(Version one) {
      return new AlertRuleVersion(
          one.no(),
          one.enabled(),
          one.answerDays(),
          AlertLimit.of(one.limits()),
          Objects.requireNonNull(one.changedAt()));
    }
  }

  record AlertRule(
      Rule code,
      int no,
      boolean enabled,
      int answerDays,
      List<AlertLimit> limits,
      List<AlertRuleVersion> versions,
      boolean viewerCanEdit,
      boolean viewerCanTry) {
    static AlertRule of(List<Version> versions, Rights rights) {
      Version now = versions.getFirst();
      return new AlertRule(
          now.rule(),
          now.no(),
          now.enabled(),
          now.answerDays(),
          AlertLimit.of(now.limits()),
          versions.stream().filter(one -> one.no() > 0).map(AlertRuleVersion::of).toList(),
          rights.edit(),
          rights.trial());
    }
  }

  record AlertTrial(
      int examined, boolean complete, int found, List<OfUnit> byUnit, List<Sample> samples) {
    static AlertTrial of(Trials.Trial trial) {
      return new AlertTrial(
          trial.examined(),
          trial.complete(),
          trial.found(),
          trial.byUnit().entrySet().stream()
              .map(one -> new OfUnit(one.getKey(), one.getValue()))
              .toList(),
          trial.samples().stream().map(Sample::of).toList());
    }

    record OfUnit(int unitId, int found) {}

    record Sample(
        String caseId, String number, int unitId, Instant happenedAt, List<Evidence> evidence) {
      static Sample of(Trials.Sample one) {
        return new Sample(
            Ids.of(CaseFile.KIND, one.file().id()),
            one.file().number(),
            one.finding().unitId(),
            one.finding().at(),
            Evidence.of(one.finding().evidence()));
      }
    }
  }

  record AlertRulePayload(@Nullable AlertRule rule, List<UserError> userErrors) {}
}
