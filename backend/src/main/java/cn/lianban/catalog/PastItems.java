package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;

import cn.lianban.tenancy.Among;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list as histories need it: many items on many days, a fixed number of statements. */
@Component
public class PastItems {
  private final Items items;
  private final ItemQueries queries;
  private final VersionQueries versions;

  PastItems(Items items, ItemQueries queries, VersionQueries versions) {
    this.items = items;
    this.queries = queries;
    this.versions = versions;
  }

  /** An item on a day. */
  public record OnDay(long itemId, LocalDate day) {}

  /** Each as {@link Items#inForceOn} says; unknown items are missing. */
  public Map<OnDay, Item> inForce(Set<OnDay> asked) {
    Map<Long, Item> listed =
        items.byIds(asked.stream().map(OnDay::itemId).collect(Collectors.toSet()));
    Map<Long, List<ItemVersion>> said =
        versions.published(
            asked.stream()
                .filter(one -> saidOther(listed.get(one.itemId()), one.day()))
                .map(OnDay::itemId)
                .collect(Collectors.toSet()));
    Map<OnDay, Item> found = new HashMap<>();
    for (OnDay one : asked) {
      Item item = listed.get(one.itemId());
      if (item != null) {
        List<ItemVersion> his = said.getOrDefault(item.id(), List.of());
        found.put(one, item.on(one.day(), () -> VersionQueries.publishedOn(his, one.day())));
      }
    }
    return found;
  }

  private static boolean saidOther(@Nullable Item item, LocalDate day) {
    return item != null && !item.saidSoOn(day);
  }

  /** The units at which each of these items is {@link Items#acceptableAt}. */
  public Map<Long, Set<Integer>> acceptableAt(Collection<Long> itemIds) {
    return queries.acceptable(Among.these(ACCEPTANCE_POINT.ITEM_ID, itemIds));
  }
}
