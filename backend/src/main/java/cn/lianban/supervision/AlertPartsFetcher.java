package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.clock.Duty;
import cn.lianban.files.StoredFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What hangs on an alert in the API. */
@DgsComponent
class AlertPartsFetcher {
  private final AlertDesk desk;

  AlertPartsFetcher(AlertDesk desk) {
    this.desk = desk;
  }

  /** One line of evidence. */
  record Evidence(String name, String value) {
    static List<Evidence> of(Map<String, String> all) {
      return all.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(one -> new Evidence(one.getKey(), one.getValue()))
          .toList();
    }
  }

  @DgsData(parentType = "Alert")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    return Loads.one(env, "units", alert(env).unitId());
  }

  @DgsData(parentType = "Alert", field = "case")
  CompletableFuture<@Nullable CaseFile> caseOf(DataFetchingEnvironment env) {
    return Loads.one(env, AlertLoaders.CASES, alert(env).caseId());
  }

  @DgsData(parentType = "Alert")
  List<Evidence> evidence(DataFetchingEnvironment env) {
    return Evidence.of(alert(env).evidence());
  }

  @DgsData(parentType = "Alert")
  @Nullable CompletableFuture<@Nullable Duty> duty(DataFetchingEnvironment env) {
    Long duty = alert(env).dutyId();
    return duty == null ? null : Loads.one(env, AlertLoaders.DUTIES, duty);
  }

  @DgsData(parentType = "Alert")
  CompletableFuture<List<Alert.Step>> steps(DataFetchingEnvironment env) {
    return Loads.<Long, List<Alert.Step>>one(env, AlertLoaders.STEPS, alert(env).id())
        .thenApply(found -> Objects.requireNonNullElse(found, List.of()));
  }

  @DgsData(parentType = "Alert")
  boolean viewerCanAnswer(DataFetchingEnvironment env) {
    return desk.mayAnswer(alert(env));
  }

  @DgsData(parentType = "Alert")
  boolean viewerCanJudge(DataFetchingEnvironment env) {
    return desk.mayJudge(alert(env));
  }

  @DgsData(parentType = "AlertStep", field = "unit")
  @Nullable CompletableFuture<@Nullable Unit> stepUnit(DataFetchingEnvironment env) {
    Integer unit = step(env).unitId();
    return unit == null ? null : Loads.one(env, "units", unit);
  }

  @DgsData(parentType = "AlertStep")
  @Nullable String attachmentId(DataFetchingEnvironment env) {
    Long id = step(env).attachmentId();
    return id == null ? null : Ids.of(StoredFile.KIND, id);
  }

  @DgsData(parentType = "AlertFigure", field = "unit")
  CompletableFuture<Unit> figureUnit(DataFetchingEnvironment env) {
    AlertLists.Figure figure = Objects.requireNonNull(env.getSource());
    return Loads.one(env, "units", figure.unitId());
  }

  @DgsData(parentType = "Case", field = "alerts")
  CompletableFuture<List<Alert>> ofCase(DataFetchingEnvironment env) {
    CaseFile file = Objects.requireNonNull(env.getSource());
    return Loads.<Long, List<Alert>>one(env, AlertLoaders.BY_CASE, file.id())
        .thenApply(found -> Objects.requireNonNullElse(found, List.of()));
  }

  private static Alert alert(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Alert>getSource());
  }

  private static Alert.Step step(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Alert.Step>getSource());
  }
}
