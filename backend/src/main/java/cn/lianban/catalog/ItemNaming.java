package cn.lianban.catalog;

import static java.util.stream.Collectors.toMap;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Items for the trail, by their name. */
@Component
class ItemNaming implements Naming {
  private final Items items;
  private final Editors editors;

  ItemNaming(Items items, Editors editors) {
    this.items = items;
    this.editors = editors;
  }

  @Override
  public String kind() {
    return "item";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    boolean staff = editors.isStaff();
    return items.byIds(numbers).values().stream()
        .filter(item -> staff || item.published())
        .collect(toMap(Item::id, item -> Named.record(item.name(), Ids.of(Item.KIND, item.id()))));
  }
}
