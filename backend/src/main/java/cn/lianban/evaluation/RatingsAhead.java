package cn.lianban.evaluation;

import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ratings of cases, for readers who may see them. */
@Component
class RatingsAhead implements Ahead.Reader<CaseFile> {
  private final RatingQueries queries;
  private final TenantScope scope;

  RatingsAhead(RatingQueries queries, TenantScope scope) {
    this.queries = queries;
    this.scope = scope;
  }

  @Override
  public Class<CaseFile> parent() {
    return CaseFile.class;
  }

  @Override
  public void read(List<CaseFile> files, Selected below, Ahead.Known known) {
    if (below.has("rating") && scope.current().reach() == Reach.ALL) {
      known.put(RatingLoaders.BY_CASE, files.stream().map(CaseFile::id).toList(), queries::byCases);
    }
  }
}
