package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** What hangs on alerts and cases: one statement per level of an answer. */
@DgsComponent
class AlertLoaders {
  static final String CASES = "alertCases";
  static final String DUTIES = "alertDuties";
  static final String STEPS = "alertSteps";
  static final String BY_CASE = "alertsByCase";

  @DgsDataLoader(name = CASES)
  final MappedBatchLoader<Long, CaseFile> cases;

  @DgsDataLoader(name = DUTIES)
  final MappedBatchLoader<Long, Duty> duties;

  @DgsDataLoader(name = STEPS)
  final MappedBatchLoader<Long, List<Alert.Step>> steps;

  @DgsDataLoader(name = BY_CASE)
  final MappedBatchLoader<Long, List<Alert>> byCase;

  AlertLoaders(AlertQueries queries, AlertLists lists, Cases cases, Duties duties) {
    this.cases = ids -> CompletableFuture.completedFuture(cases.byIds(ids));
    this.duties = ids -> CompletableFuture.completedFuture(duties.byIds(ids));
    this.steps = ids -> CompletableFuture.completedFuture(queries.steps(ids));
    this.byCase =
        ids -> {
          Map<Long, List<Alert>> found = queries.byCases(ids);
          return CompletableFuture.completedFuture(
              found.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey,
                          one -> one.getValue().stream().filter(lists::shows).toList())));
        };
  }
}
