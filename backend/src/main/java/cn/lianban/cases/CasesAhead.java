package cn.lianban.cases;

import cn.lianban.clock.Duty;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The cases that a page of duties is about. */
@Component
class CasesAhead implements Ahead.Reader<Duty> {
  private final CaseQueries queries;
  private final Ahead ahead;

  CasesAhead(CaseQueries queries, Ahead ahead) {
    this.queries = queries;
    this.ahead = ahead;
  }

  @Override
  public Class<Duty> parent() {
    return Duty.class;
  }

  @Override
  public void read(List<Duty> duties, Selected below, Ahead.Known known) {
    if (!below.has("case")) {
      return;
    }
    List<Long> ids =
        duties.stream()
            .filter(duty -> duty.subjectKind().equals(CaseFile.KIND))
            .map(Duty::subjectId)
            .toList();
    Map<Long, CaseFile> files = known.put(CaseLoaders.CASES, ids, queries::byIds);
    ahead.read(CaseFile.class, List.copyOf(files.values()), below.below("case"), known);
  }
}
