package cn.lianban.catalog;

import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a decision's entry said before, in the API. */
@DgsComponent
class EarlierDecisionFetcher {
  private static final String TYPE = "EarlierDecision";

  private static EarlierDecision source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<EarlierDecision>getSource());
  }

  @DgsData(parentType = TYPE)
  UpperDecision.Kind kind(DataFetchingEnvironment env) {
    return source(env).said().kind();
  }

  @DgsData(parentType = TYPE)
  String name(DataFetchingEnvironment env) {
    return source(env).said().name();
  }

  @DgsData(parentType = TYPE)
  String documentNo(DataFetchingEnvironment env) {
    return source(env).said().documentNo();
  }

  @DgsData(parentType = TYPE)
  LocalDate decidedOn(DataFetchingEnvironment env) {
    return source(env).said().decidedOn();
  }

  @DgsData(parentType = TYPE)
  LocalDate effectiveOn(DataFetchingEnvironment env) {
    return source(env).said().effectiveOn();
  }

  @DgsData(parentType = TYPE)
  UpperDecision.Level level(DataFetchingEnvironment env) {
    return source(env).said().level();
  }

  @DgsData(parentType = TYPE)
  String note(DataFetchingEnvironment env) {
    return source(env).said().note();
  }

  @DgsData(parentType = TYPE)
  @Nullable CompletableFuture<String> replacedBy(DataFetchingEnvironment env) {
    Long account = source(env).replacedBy();
    return account == null ? null : Loads.one(env, "accountNames", account);
  }
}
