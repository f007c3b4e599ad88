package cn.lianban.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An array of objects; the first line tells their names. */
final class JsonSheet implements SheetWriter {
  private final JsonGenerator json;
  private final List<String> names = new ArrayList<>();

  JsonSheet(OutputStream out) {
    this.json = JsonMapper.shared().createGenerator(out);
    json.writeStartArray();
  }

  @Override
  public void header(List<String> header) {
    names.addAll(header);
  }

  @Override
  public void row(List<Column> columns, List<@Nullable String> values) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(Shown.of(columns.get(i), values.get(i)));
    }
    texts(cells);
  }

  @Override
  public void texts(List<@Nullable String> cells) {
    if (names.isEmpty()) {
      cells.forEach(cell -> names.add(cell == null ? "" : cell));
      return;
    }
    json.writeStartObject();
    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
      String cell = cells.get(i);
      if (cell != null && !names.get(i).isEmpty()) {
        json.writeStringProperty(names.get(i), cell);
      }
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.close();
  }
}
