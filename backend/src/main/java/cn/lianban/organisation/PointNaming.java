package cn.lianban.organisation;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Service points for the trail; no screen shows one alone. */
@Component
class PointNaming implements Naming {
  private final PointQueries queries;

  PointNaming(PointQueries queries) {
    this.queries = queries;
  }

  @Override
  public String kind() {
    return "servicePoint";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    return queries.byIds(numbers).values().stream()
        .collect(toMap(ServicePoint::id, point -> Named.record(point.name(), null)));
  }
}
