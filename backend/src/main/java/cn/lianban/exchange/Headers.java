package cn.lianban.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a sheet and which column each of its cells means: title rows lie above it, it
 * may take two merged rows.
 */
final class Headers {
  private static final int SEARCHED = 30;
  private final List<Column> columns;
  private final Map<String, String> remembered;

  /**
   * @param remembered header (normal form) → column key, or empty for "not used"; the sender's own
   */
  Headers(List<Column> columns, Map<String, String> remembered) {
    this.columns = columns;
    this.remembered = remembered;
  }

  /**
   * @param first line of the header, from 1
   * @param last the same, or the next one
   * @param names one a cell, "" where it has none
   * @param mapping index of a cell → column key
   */
  record Found(int first, int last, List<String> names, Map<Integer, String> mapping) {}

  /** A line of the sheet's beginning. */
  record Line(int number, List<@Nullable String> cells) {}

  Found find(List<Line> lines) {
    Found best = null;
    int searched = Math.min(lines.size(), SEARCHED);
    for (int i = 0; i < searched; i++) {
      Found one = at(lines.get(i), null);
      best = better(one, best) ? one : best;
      if (i + 1 < lines.size()) {
        Found two = at(lines.get(i), lines.get(i + 1));
        best = better(two, best) ? two : best;
      }
    }
    return best == null || best.mapping().isEmpty() ? widest(lines) : best;
  }

  /** More columns; of equal ones the lower single line: a title above it is no part of a header. */
  private static boolean better(Found one, @Nullable Found best) {
    if (best == null || one.mapping().size() != best.mapping().size()) {
      return best == null || one.mapping().size() > best.mapping().size();
    }
    return one.first() == one.last() && best.first() != best.last() && one.first() == best.last();
  }

  /** Nothing known: the first of the longest lines. */
  private Found widest(List<Line> lines) {
    Line best = new Line(1, List.of());
    for (Line line : lines.subList(0, Math.min(lines.size(), SEARCHED))) {
      best = filled(line) > filled(best) ? line : best;
    }
    return at(best, null);
  }

  private static long filled(Line line) {
    return line.cells().stream().filter(cell -> cell != null).count();
  }

  /** The names in the lines that were chosen as header; none when they lie below what was read. */
  static Found names(List<Line> lines, int first, int last) {
    Line top = line(lines, first);
    return new Headers(List.of(), Map.of()).at(top, last == first ? null : line(lines, last));
  }

  private static Line line(List<Line> lines, int number) {
    return lines.stream()
        .filter(line -> line.number() == number)
        .findFirst()
        .orElse(new Line(number, List.of()));
  }

  /** The header in this line, or in this and the next. */
  Found at(Line top, @Nullable Line below) {
    List<String> names = new ArrayList<>();
    List<List<String>> candidates = new ArrayList<>();
    int width = Math.max(top.cells().size(), below == null ? 0 : below.cells().size());
    String group = "";
    for (int i = 0; i < width; i++) {
      String above = cell(top, i);
      String sub = below == null ? "" : cell(below, i);
      group = above.isEmpty() && !sub.isEmpty() ? group : above;
      if (sub.isEmpty()) {
        names.add(above);
        candidates.add(List.of(above));
      } else {
        names.add(group.isEmpty() || group.equals(sub) ? sub : group + "/" + sub);
        candidates.add(List.of(group + sub, sub));
      }
    }
    int last = below == null ? top.number() : below.number();
    return new Found(top.number(), last, names, mapping(candidates));
  }

  private static String cell(Line line, int index) {
    String text = index < line.cells().size() ? line.cells().get(index) : null;
    return text == null ? "" : text.replaceAll("\\s+", "");
  }

  /** The sender's memory first, then exact headers, then aliases; each column once. */
  private Map<Integer, String> mapping(List<List<String>> candidates) {
    Map<Integer, String> mapping = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < candidates.size(); i++) {
        if (!mapping.containsKey(i)) {
          String key = match(candidates.get(i), pass);
          if (key != null && (key.isEmpty() || taken.add(key))) {
            mapping.put(i, key);
          }
        }
      }
    }
    mapping.values().removeIf(String::isEmpty);
    return mapping;
  }

  private @Nullable String match(List<String> candidates, int pass) {
    for (String candidate : candidates) {
      String name = normal(candidate);
      if (name.isEmpty()) {
        continue;
      }
      String key = pass == 0 ? remembered.get(name) : known(name, pass == 2);
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  private @Nullable String known(String name, boolean aliases) {
    for (Column column : columns) {
      boolean fits =
          aliases
              ? column.aliases().stream().anyMatch(alias -> normal(alias).equals(name))
              : normal(column.header()).equals(name) || normal(column.key()).equals(name);
      if (fits) {
        return column.key();
      }
    }
    return null;
  }

  /** Without spaces, stars, what stands in brackets, and full-width letters. */
  static String normal(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return plain.replaceAll("\\([^)]*\\)|\\[[^]]*]|【[^】]*】", "").replaceAll("[\\s*:：/_\"'“”]", "");
  }
}
