package cn.lianban.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines below the header that are no records: totals, group rows, notes, a header once more. */
final class OddRows {
  private static final Pattern TOTAL =
      Pattern.compile("(合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计|平均)\\s*([:：（(\\d].*)?");
  private static final Pattern GROUP =
      Pattern.compile(
          "[（(][一二三四五六七八九十]{1,3}[）)].*|[一二三四五六七八九十]{1,3}[、.．:： ].*" + "|第[一二三四五六七八九十]+[部类章节].*");
  private static final Pattern NOTE =
      Pattern.compile("(注|备注|说明|附注|填表说明|填表人|制表人|审核人|填报单位|单位负责人|联系电话|制表时间)\\s*[:：].*");
  private final Map<Integer, String> mapping;
  private final Map<String, Column> columns;
  private final List<String> header;

  OddRows(Map<Integer, String> mapping, Map<String, Column> columns, List<String> header) {
    this.mapping = mapping;
    this.columns = columns;
    this.header = header;
  }

  /** Why the line is no record; null when it is one. */
  @Nullable String reason(List<@Nullable String> cells) {
    String first = null;
    int firstIndex = -1;
    int filled = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null) {
        filled++;
        if (first == null) {
          first = Objects.requireNonNull(cells.get(i)).strip();
          firstIndex = i;
        }
      }
    }
    if (first == null) {
      return "空行";
    }
    if (TOTAL.matcher(first).matches()) {
      return "合计行";
    }
    if (NOTE.matcher(first).matches()) {
      return "说明行";
    }
    if (filled == 1 && isGroup(first, firstIndex)) {
      return "分组行";
    }
    return repeatsHeader(cells) ? "重复的表头" : null;
  }

  /** A single cell that is no identity, or one that is numbered as headings are. */
  private boolean isGroup(String text, int index) {
    Column column = columns.get(mapping.getOrDefault(index, ""));
    boolean lonely = mapping.size() > 1;
    return lonely && (column == null || !column.identity() || GROUP.matcher(text).matches());
  }

  private boolean repeatsHeader(List<@Nullable String> cells) {
    int same = 0;
    for (int i : mapping.keySet()) {
      String text = i < cells.size() ? cells.get(i) : null;
      String name = i < header.size() ? header.get(i) : "";
      if (text != null && Headers.normal(text).equals(Headers.normal(name))) {
        same++;
      }
    }
    return same > 0 && same == mapping.size();
  }
}
