package cn.lianban.setup;

import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.TaskType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.setup.DemoDistrict.Places;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * An item that is opened for acceptance, with limits and materials of our own invention: for
 * demonstrations, nobody's promise.
 *
 * @param department null: found by the item's name in a published list
 * @param statutory in {@code unit}, null for services
 * @param promised in {@code unit}
 */
record OpenedItem(
    @Nullable String department,
    String name,
    TaskType taskType,
    ApprovalType approvalType,
    BudgetUnit unit,
    @Nullable Integer statutory,
    int promised,
    At at,
    List<String> materials) {

  static List<OpenedItem> read(String resource) {
    try (InputStream in = new ClassPathResource(resource).getInputStream();
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
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
        row.findField("unit").map(BudgetUnit::valueOf).orElse(BudgetUnit.WORKING_DAYS),
        statutory.isEmpty() ? null : Integer.valueOf(statutory),
        Integer.parseInt(row.getField("promised")),
        row.findField("at").map(At::valueOf).orElse(At.OFFICES),
        List.of(row.getField("materials").split("、", -1)));
  }

  /** Where an item may be accepted. */
  enum At {
    OFFICES,
    CENTRE,
    ALL;

    List<Integer> units(Places places) {
      List<Integer> centre = List.of(places.centre());
      return switch (this) {
        case OFFICES -> places.officeUnits();
        case CENTRE -> centre;
        case ALL -> Stream.concat(places.officeUnits().stream(), centre.stream()).toList();
      };
    }
  }
}
