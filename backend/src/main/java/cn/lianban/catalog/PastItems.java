package cn.lianban.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
        found.put(one, onDay(item, said.getOrDefault(item.id(), List.of()), one.day()));
      }
    }
    return found;
  }

  private static boolean saidOther(@Nullable Item item, LocalDate day) {
    return item != null && !item.saidSoOn(day);
  }

  private static boolean tookEffect(ItemVersion version, LocalDate day) {
    LocalDate from = version.trail().effectiveOn();
    return from != null && !from.isAfter(day);
  }

  private static Item onDay(Item item, List<ItemVersion> newestFirst, LocalDate day) {
    if (item.saidSoOn(day)) {
      return item;
    }
    return newestFirst.stream()
        .filter(version -> tookEffect(version, day))
        .findFirst()
        .map(item::under)
        .orElse(item);
  }

  /** The units at which each of these items is {@link Items#acceptableAt}. */
  public Map<Long, Set<Integer>> acceptableAt(Collection<Item> read) {
    Map<Long, Set<Integer>> open = new HashMap<>();
    queries
        .acceptancePoints(
            read.stream()
                .filter(item -> item.promisedLimit() != null && queries.isInForce(item))
                .map(Item::id)
                .toList())
        .forEach((item, units) -> open.put(item, new HashSet<>(units)));
    return open;
  }
}
