package cn.lianban.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives empty cells of merged columns what stands above them; hears every line, in order. */
final class FillDown {
  private final Set<Integer> columns;
  private final Map<Integer, @Nullable String> above = new HashMap<>();

  FillDown(Plan plan) {
    this.columns = plan.fillDown();
  }

  List<@Nullable String> whole(List<@Nullable String> cells) {
    if (columns.isEmpty()) {
      return cells;
    }
    List<@Nullable String> whole = new ArrayList<>(cells);
    for (int index : columns) {
      while (whole.size() <= index) {
        whole.add(null);
      }
      String here = whole.get(index);
      above.put(index, here == null ? above.get(index) : here);
      whole.set(index, above.get(index));
    }
    return whole;
  }
}
