package cn.lianban.cases;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Questions before the clock for the trail: what people ask is no name. */
@Component
class ConsultationNaming implements Naming {
  private final ConsultationRows rows;

  ConsultationNaming(ConsultationRows rows) {
    this.rows = rows;
  }

  @Override
  public String kind() {
    return "consultation";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    return rows.known(numbers).stream()
        .collect(toMap(id -> id, id -> Named.record(null, Ids.of(Consultation.KIND, id))));
  }
}
