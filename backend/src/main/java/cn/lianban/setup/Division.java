package cn.lianban.setup;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A row of the statistics bureau's list of divisions: code and name. */
record Division(String code, String name) {

  /** The district of a code in {@code divisions/modood-areas.csv}. */
  static Division district(Path data, String code) throws IOException {
    return read(
            data.resolve("divisions/modood-areas.csv"), row -> row.getField("code").equals(code))
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no district " + code + " in the list"));
  }

  /** Its sub-districts and townships in {@code divisions/modood-streets.csv}, by code. */
  static List<Division> subDistricts(Path data, String district) throws IOException {
    return read(
        data.resolve("divisions/modood-streets.csv"),
        row -> row.getField("areaCode").equals(district));
  }

  private static List<Division> read(Path file, Predicate<NamedCsvRecord> which)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("missing file " + file);
    }
    try (var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return rows.stream()
          .filter(which)
          .map(row -> new Division(row.getField("code"), row.getField("name")))
          .toList();
    }
  }
}
