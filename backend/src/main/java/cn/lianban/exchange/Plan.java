package cn.lianban.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet's cells become a kind's columns.
 *
 * @param columns index of a cell → column key
 * @param fillDown indexes whose empty cells mean "as above" (merged cells)
 * @param constants column key → the same text for every row
 */
record Plan(Map<Integer, String> columns, Set<Integer> fillDown, Map<String, String> constants) {
  static Plan of(Map<Integer, String> columns) {
    return new Plan(columns, Set.of(), Map.of());
  }

  Set<String> keys() {
    Set<String> keys = new HashSet<>(columns.values());
    keys.addAll(constants.keySet());
    return keys;
  }

  /** A line as a record: its values, and what is wrong with which column. */
  record Typed(Map<String, @Nullable String> values, List<Fault> faults) {}

  Typed type(List<@Nullable String> cells, Map<String, Column> byKey) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    List<Fault> faults = new java.util.ArrayList<>();
    columns.forEach(
        (index, key) ->
            put(key, index < cells.size() ? cells.get(index) : null, byKey, values, faults));
    constants.forEach((key, text) -> put(key, text, byKey, values, faults));
    return new Typed(values, faults);
  }

  private static void put(
      String key,
      @Nullable String raw,
      Map<String, Column> byKey,
      Map<String, @Nullable String> values,
      List<Fault> faults) {
    Column column = byKey.get(key);
    if (column == null) {
      return;
    }
    Typing.Typed typed = Typing.type(column, raw);
    values.put(key, typed.value());
    if (typed.fault() != null) {
      faults.add(new Fault(key, typed.fault()));
    }
  }
}
