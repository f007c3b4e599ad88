package cn.lianban.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What leaves: exactly the columns and rows that a screen shows.
 *
 * @param columns keys, in the order of the file
 * @param filters names and values as the list's own screen has them
 * @param order a name of the list's own orders, null for its usual one
 */
public record Selection(List<String> columns, Map<String, String> filters, @Nullable String order) {
  public @Nullable String filter(String name) {
    return filters.get(name);
  }
}
