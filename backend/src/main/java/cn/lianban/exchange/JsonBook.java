package cn.lianban.exchange;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * An array of flat objects, or an object of such arrays (one sheet each). The first line of a sheet
 * is the names of all fields.
 */
final class JsonBook implements Book {
  private static final String ONLY = "JSON";
  private static final ObjectReader ONE =
      JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Path file;
  private final Map<String, List<String>> fields;

  private JsonBook(Path file, Map<String, List<String>> fields) {
    this.file = file;
    this.fields = fields;
  }

  static JsonBook open(Path file) throws IOException {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    each(
        file,
        (sheet, record) -> {
          Set<String> known = names.computeIfAbsent(sheet, any -> new LinkedHashSet<>());
          record.propertyNames().stream().limit(MOST_CELLS).forEach(known::add);
          return true;
        });
    if (names.isEmpty()) {
      throw new Rejected("EMPTY_FILE", "file", "JSON 文件须是对象数组，或由若干对象数组组成的对象");
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    names.forEach((sheet, known) -> fields.put(sheet, known.stream().limit(MOST_CELLS).toList()));
    return new JsonBook(file, fields);
  }

  @Override
  public List<String> sheets() {
    return List.copyOf(fields.keySet());
  }

  @Override
  public void read(int sheet, Sink sink) throws IOException {
    String wanted = sheets().get(sheet);
    List<String> names = fields.getOrDefault(wanted, List.of());
    if (!sink.row(1, new ArrayList<>(names))) {
      return;
    }
    int[] line = {1};
    each(
        file,
        (name, record) -> {
          if (!name.equals(wanted)) {
            return true;
          }
          line[0]++;
          List<@Nullable String> cells = new ArrayList<>();
          names.forEach(field -> cells.add(text(record.get(field))));
          return sink.row(line[0], cells);
        });
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    String text;
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.isValueNode() ? part.asString() : part.toString()));
      text = String.join("、", parts);
    } else {
      text = value.isValueNode() ? value.asString() : value.toString();
    }
    return text.isBlank() ? null : text;
  }

  private static void each(Path file, Hearer hearer) throws IOException {
    try (JsonParser parser = JsonMapper.shared().createParser(file)) {
      JsonToken start = parser.nextToken();
      if (start == JsonToken.START_ARRAY) {
        array(parser, ONLY, hearer);
      } else if (start == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          if (parser.nextToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
          } else if (!array(parser, name, hearer)) {
            return;
          }
        }
      }
    }
  }

  private static boolean array(JsonParser parser, String name, Hearer hearer) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode record = ONE.readTree(parser);
      if (record.isObject() && !hearer.record(name, record)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {}

  /** Hears each object of each array. */
  private interface Hearer {
    boolean record(String sheet, JsonNode record);
  }
}
