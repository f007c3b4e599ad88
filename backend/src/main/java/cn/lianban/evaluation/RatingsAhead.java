package cn.lianban.evaluation;

import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Together;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ratings of cases, for readers who may see them. */
@Component
class RatingsAhead implements Ahead.Reader<CaseFile> {
  private final RatingQueries queries;
  private final TenantScope scope;
  private final Together together;

  RatingsAhead(RatingQueries queries, TenantScope scope, Together together) {
    this.queries = queries;
    this.scope = scope;
    this.together = together;
  }

  @Override
  public Class<CaseFile> parent() {
    return CaseFile.class;
  }

  @Override
  public void read(List<CaseFile> files, Selected below, Ahead.Known known) {
    if (below.has("rating") && scope.current().reach() == Reach.ALL) {
      List<Long> ids = files.stream().map(CaseFile::id).toList();
      together.in(known).add(RatingLoaders.BY_CASE, ids, queries::byCases);
    }
  }
}
