package cn.lianban.cases;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.organisation.Lineage;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases behind the board's decided ones, in the API. */
@DgsComponent
class DecidedFetcher {
  private final DecidedCounts counts;
  private final Lineage lineage;

  DecidedFetcher(DecidedCounts counts, Lineage lineage) {
    this.counts = counts;
    this.lineage = lineage;
  }

  @DgsQuery
  Page<CaseFile> decidedCases(
      @InputArgument String unitId,
      @InputArgument LocalDate month,
      @InputArgument @Nullable Boolean withPredecessors,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    int unit = Ids.parseInt(Unit.KIND, unitId);
    Set<Integer> units =
        Boolean.TRUE.equals(withPredecessors) ? lineage.withPredecessors(unit) : Set.of(unit);
    return counts.behind(units, month, first, after);
  }
}
