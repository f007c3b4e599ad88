package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** What decisions said before they were corrected, one statement for a whole page. */
@DgsDataLoader(name = EarlierDecisionLoader.NAME)
class EarlierDecisionLoader implements MappedBatchLoader<Long, List<EarlierDecision>> {
  static final String NAME = "earlierDecisions";
  private final DecisionAmendments amendments;

  EarlierDecisionLoader(DecisionAmendments amendments) {
    this.amendments = amendments;
  }

  @Override
  public CompletionStage<Map<Long, List<EarlierDecision>>> load(Set<Long> decisions) {
    return CompletableFuture.completedFuture(amendments.earlier(decisions));
  }
}
