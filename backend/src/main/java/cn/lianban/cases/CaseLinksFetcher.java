package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** From a case to rows of other rooms, and from a duty to its case. */
@DgsComponent
class CaseLinksFetcher {
  private static final String UNITS = "units";

  @DgsData(parentType = "Duty", field = "case")
  @Nullable CompletableFuture<CaseFile> caseOf(DataFetchingEnvironment env) {
    Duty duty = Objects.requireNonNull(env.getSource());
    return duty.subjectKind().equals(CaseFile.KIND)
        ? Loads.<Long, CaseFile>one(env, CaseLoaders.CASES, duty.subjectId())
        : null;
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Item> item(DataFetchingEnvironment env) {
    return Loads.<Long, Item>one(env, "items", CaseFetcher.source(env).itemId());
  }

  @DgsData(parentType = "Case")
  @Nullable CompletableFuture<Duty> duty(DataFetchingEnvironment env) {
    Long id = CaseFetcher.source(env).dutyId();
    return id == null ? null : Loads.<Long, Duty>one(env, CaseLoaders.DUTIES, id);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Unit> acceptUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).acceptUnitId());
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Unit> decideUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).decideUnitId());
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Unit> holderUnit(DataFetchingEnvironment env) {
    return unit(env, CaseFetcher.source(env).holderUnitId());
  }

  @DgsData(parentType = "CaseEvent", field = "unit")
  @Nullable CompletableFuture<Unit> eventUnit(DataFetchingEnvironment env) {
    Integer id = Objects.requireNonNull(env.<CaseParts.CaseEvent>getSource()).unitId();
    return id == null ? null : unit(env, id);
  }

  @DgsData(parentType = "Handover", field = "from")
  CompletableFuture<Unit> handoverFrom(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<CaseParts.Handover>getSource()).fromUnitId());
  }

  @DgsData(parentType = "Handover", field = "to")
  CompletableFuture<Unit> handoverTo(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<CaseParts.Handover>getSource()).toUnitId());
  }

  private static CompletableFuture<Unit> unit(DataFetchingEnvironment env, int id) {
    return Loads.<Integer, Unit>one(env, UNITS, id);
  }
}
