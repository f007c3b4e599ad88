package cn.lianban.organisation;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Units for the trail. */
@Component
class UnitNaming implements Naming {
  private final Units units;

  UnitNaming(Units units) {
    this.units = units;
  }

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    return units.byIds(numbers.stream().map(Long::intValue).toList()).values().stream()
        .collect(
            toMap(
                unit -> (long) unit.id(),
                unit -> Named.record(unit.name(), Ids.of(Unit.KIND, unit.id()))));
  }
}
