package cn.lianban.setup;

import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.TaskType;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * An item that is opened for acceptance in the sub-districts, with limits and materials of our own
 * invention: for demonstrations, nobody's promise.
 *
 * @param department null: found by the item's name in a published list
 * @param statutory working days, null for services
 * @param promised working days
 */
record OpenedItem(
    @Nullable String department,
    String name,
    TaskType taskType,
    ApprovalType approvalType,
    @Nullable Integer statutory,
    int promised,
    List<String> materials) {

  static List<OpenedItem> read(String resource) {
    try (InputStream in = new ClassPathResource(resource).getInputStream();
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().map(OpenedItem::of).toList();
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private static OpenedItem of(NamedCsvRecord row) {
    String statutory = row.getField("statutory");
    return new OpenedItem(
        row.findField("department").orElse(null),
        row.getField("name"),
        row.findField("type").map(TaskType::valueOf).orElse(TaskType.OTHER),
        row.findField("approval").map(ApprovalType::valueOf).orElse(ApprovalType.HANDED_UP),
        statutory.isEmpty() ? null : Integer.valueOf(statutory),
        Integer.parseInt(row.getField("promised")),
        List.of(row.getField("materials").split("、")));
  }
}
