package cn.lianban.graphql;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer as JSON. An answer is a tree of maps, lists and a handful of scalars; looking up
 * a serializer for each of its values was a sixth of a queue's time.
 */
@Component
final class AnswerWriter {
  private static final int USUAL = 16 * 1024;
  private final JsonMapper json;

  AnswerWriter(JsonMapper json) {
    this.json = json;
  }

  /** UTF-8, null values kept. */
  byte[] bytes(Map<String, Object> answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
    try (JsonGenerator generator = json.createGenerator(out)) {
      write(generator, answer);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    switch (value) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Integer number -> generator.writeNumber(number);
      case Boolean yes -> generator.writeBoolean(yes);
      case Map<?, ?> object -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          generator.writeName(String.valueOf(entry.getKey()));
          write(generator, entry.getValue());
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
          write(generator, list.get(i));
        }
        generator.writeEndArray();
      }
      default -> generator.writePOJO(value);
    }
  }
}
