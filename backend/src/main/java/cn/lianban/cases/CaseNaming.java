package cn.lianban.cases;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cases for the trail, by their number. */
@Component
class CaseNaming implements Naming {
  private final CaseQueries queries;

  CaseNaming(CaseQueries queries) {
    this.queries = queries;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    return queries.byIds(numbers).values().stream()
        .collect(
            toMap(
                CaseFile::id,
                file -> Named.record(file.number(), Ids.of(CaseFile.KIND, file.id()))));
  }
}
