package cn.lianban.cases;

import cn.lianban.catalog.DecisionConflict;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Now;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** From a case to rows of other rooms, and from a duty to its case. */
@DgsComponent
class CaseLinksFetcher {
  static final String UNITS = "units";
  static final String ITEMS = "items";

  @DgsData(parentType = "Duty", field = "case")
  @Nullable Object caseOf(DataFetchingEnvironment env) {
    Duty duty = Objects.requireNonNull(env.getSource());
    return duty.subjectKind().equals(CaseFile.KIND)
        ? Loads.now(env, CaseLoaders.CASES, duty.subjectId())
        : null;
  }

  @DgsData(parentType = "DecisionConflict")
  CompletableFuture<Integer> acceptedSince(DataFetchingEnvironment env) {
    DecisionConflict conflict = Objects.requireNonNull(env.getSource());
    Instant since = conflict.effectiveOn().atStartOfDay(Now.CHINA).toInstant();
    return Loads.one(env, AcceptedSince.NAME, new AcceptedSince.Key(conflict.itemId(), since));
  }

  @DgsData(parentType = "Case")
  @Nullable Object item(DataFetchingEnvironment env) {
    return Loads.now(env, ITEMS, CaseFetcher.source(env).itemId());
  }

  @DgsData(parentType = "Case")
  @Nullable Object duty(DataFetchingEnvironment env) {
    Long id = CaseFetcher.source(env).dutyId();
    return id == null ? null : Loads.now(env, CaseLoaders.DUTIES, id);
  }

  @DgsData(parentType = "Case")
  @Nullable Object acceptUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).acceptUnitId());
  }

  @DgsData(parentType = "Case")
  @Nullable Object decideUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).decideUnitId());
  }

  @DgsData(parentType = "Case")
  @Nullable Object holderUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).holderUnitId());
  }

  @DgsData(parentType = "CaseEvent", field = "unit")
  @Nullable Object eventUnit(DataFetchingEnvironment env) {
    Integer id = Objects.requireNonNull(env.<CaseParts.CaseEvent>getSource()).unitId();
    return id == null ? null : unit(env, id);
  }

  @DgsData(parentType = "Handover", field = "from")
  @Nullable Object handoverFrom(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<CaseParts.Handover>getSource()).fromUnitId());
  }

  @DgsData(parentType = "Handover", field = "to")
  @Nullable Object handoverTo(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<CaseParts.Handover>getSource()).toUnitId());
  }

  private static @Nullable Object unit(DataFetchingEnvironment env, int id) {
    return Loads.now(env, UNITS, id);
  }
}
