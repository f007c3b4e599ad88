package cn.lianban.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the staging tables keep as JSON text. */
final class Texts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Texts() {}

  static String of(Object value) {
    return JSON.writeValueAsString(value);
  }

  static Plan plan(String text) {
    return JSON.readValue(text, Plan.class);
  }

  static Selection selection(String text) {
    return JSON.readValue(text, Selection.class);
  }

  static List<Headers.Line> lines(String text) {
    return JSON.readValue(text, new TypeReference<List<Headers.Line>>() {});
  }

  static List<@Nullable String> cells(@Nullable String text) {
    return text == null ? List.of() : JSON.readValue(text, new TypeReference<List<String>>() {});
  }

  static List<Fault> faults(@Nullable String text) {
    return text == null ? List.of() : JSON.readValue(text, new TypeReference<List<Fault>>() {});
  }

  static List<String> notes(@Nullable String text) {
    return text == null ? List.of() : JSON.readValue(text, new TypeReference<List<String>>() {});
  }

  /** Null in, nothing out: a line below 0 or a total has no record. */
  static @Nullable Row row(int line, @Nullable String text) {
    return text == null
        ? null
        : Row.of(line, JSON.readValue(text, new TypeReference<Map<String, String>>() {}));
  }
}
