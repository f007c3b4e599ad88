package cn.lianban.cases;

import cn.lianban.cases.CaseStepRows.Given;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Steps of cases in the API, reading side: one statement a part and level. */
@DgsComponent
class StepFetcher {
  private static final String ANSWERS = "stepAnswers";
  private static final String CONSENT = "consentRuleNow";

  /** The district has one. */
  private static final Integer RULE = 1;

  private final StepActs acts;

  @DgsDataLoader(name = CaseLoaders.STEPS)
  final MappedBatchLoader<Long, List<CaseStep>> steps;

  @DgsDataLoader(name = ANSWERS)
  final MappedBatchLoader<Long, List<Given>> answers;

  @DgsDataLoader(name = CONSENT)
  final MappedBatchLoader<Integer, String> consent;

  StepFetcher(CaseStepRows rows, StepActs acts, ConsentRules rules) {
    this.acts = acts;
    consent =
        ids -> {
          String document = rules.current().document();
          return CompletableFuture.completedFuture(
              document == null ? Map.of() : Map.of(RULE, document));
        };
    steps = ids -> CompletableFuture.completedFuture(rows.ofAll(ids));
    answers = ids -> CompletableFuture.completedFuture(rows.answers(ids));
  }

  @DgsData(parentType = "Case", field = "steps")
  Object steps(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    return file.procedureId() == null
        ? List.of()
        : Loads.listNow(env, CaseLoaders.STEPS, file.id());
  }

  @DgsData(parentType = "Case")
  boolean hasProcedure(DataFetchingEnvironment env) {
    return CaseFetcher.source(env).procedureId() != null;
  }

  @DgsData(parentType = "Case", field = "parent")
  @Nullable Object parent(DataFetchingEnvironment env) {
    Long parent = CaseFetcher.source(env).parentId();
    return parent == null ? null : Loads.now(env, CaseLoaders.CASES, parent);
  }

  @DgsData(parentType = "CaseStep")
  String id(DataFetchingEnvironment env) {
    return Ids.of(CaseStep.KIND, step(env).id());
  }

  @DgsData(parentType = "CaseStep")
  @Nullable Object unit(DataFetchingEnvironment env) {
    return Loads.now(env, CaseLinksFetcher.UNITS, step(env).unitId());
  }

  @DgsData(parentType = "CaseStep", field = "duty")
  @Nullable Object clock(DataFetchingEnvironment env) {
    Long duty = step(env).dutyId();
    return duty == null ? null : Loads.now(env, CaseLoaders.DUTIES, duty);
  }

  /** Told before it happens: the unit answers for its silence. */
  @DgsData(parentType = "CaseStep")
  @Nullable Object silenceConsentsBy(DataFetchingEnvironment env) {
    CaseStep step = step(env);
    return step.silenceConsents() && step.state() == CaseStep.State.OPEN
        ? Loads.now(env, CONSENT, RULE)
        : null;
  }

  @DgsData(parentType = "CaseStep")
  @Nullable Object childCase(DataFetchingEnvironment env) {
    Long child = step(env).childCaseId();
    return child == null ? null : Loads.now(env, CaseLoaders.CASES, child);
  }

  @DgsData(parentType = "CaseStep", field = "answers")
  Object given(DataFetchingEnvironment env) {
    return Loads.listNow(env, ANSWERS, step(env).id());
  }

  @DgsData(parentType = "CaseStep")
  boolean viewerCanAnswer(DataFetchingEnvironment env) {
    CaseStep step = step(env);
    boolean asked = Set.of(CaseStep.State.OPEN, CaseStep.State.EARLY).contains(step.state());
    return asked && step.childCaseId() == null && acts.seat(step.unitId()).isPresent();
  }

  @DgsData(parentType = "CaseStep")
  Object viewerCanLead(DataFetchingEnvironment env) {
    CaseStep step = step(env);
    return Loads.<Long, List<CaseStep>>of(
        env, CaseLoaders.STEPS, step.caseId(), all -> mayLead(step, Objects.requireNonNull(all)));
  }

  private boolean mayLead(CaseStep step, List<CaseStep> all) {
    boolean ahead = step.state() == CaseStep.State.WAITING && step.childItemId() == null;
    return !step.lead()
        && (ahead || step.stage() == StageRules.current(all))
        && all.stream()
            .filter(one -> one.lead() && one.stage() == step.stage())
            .anyMatch(lead -> acts.seat(lead.unitId()).isPresent());
  }

  private static CaseStep step(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<CaseStep>getSource());
  }
}
