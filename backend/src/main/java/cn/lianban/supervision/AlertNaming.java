package cn.lianban.supervision;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Alerts for the trail: they have no name, but a screen. */
@Component
class AlertNaming implements Naming {
  private final AlertQueries queries;
  private final AlertLists lists;

  AlertNaming(AlertQueries queries, AlertLists lists) {
    this.queries = queries;
    this.lists = lists;
  }

  @Override
  public String kind() {
    return "alert";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    return queries.byIds(numbers).stream()
        .filter(lists::shows)
        .collect(toMap(Alert::id, alert -> Named.record(null, Ids.of(Alert.KIND, alert.id()))));
  }
}
