package cn.lianban.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text with delimiters, one sheet. */
final class CsvBook implements Book {
  private final Path file;
  private final CsvDialect dialect;

  private CsvBook(Path file, CsvDialect dialect) {
    this.file = file;
    this.dialect = dialect;
  }

  static CsvBook open(Path file, @Nullable Charset charset, @Nullable Character delimiter)
      throws IOException {
    CsvDialect found = charset == null ? CsvDialect.of(file) : CsvDialect.of(file, charset);
    return new CsvBook(
        file, delimiter == null ? found : new CsvDialect(found.charset(), found.mark(), delimiter));
  }

  CsvDialect dialect() {
    return dialect;
  }

  @Override
  public List<String> sheets() {
    return List.of("CSV");
  }

  @Override
  public void read(int sheet, Sink sink) throws IOException {
    int line = 0;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(dialect.mark());
      // a malformed byte becomes U+FFFD, which the cell's check refuses by name
      try (CsvReader<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(dialect.delimiter())
              .skipEmptyLines(false)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .allowUnclosedQuote(true)
              .ofCsvRecord(new InputStreamReader(in, dialect.charset()))) {
        for (CsvRecord row : records) {
          line++;
          List<@Nullable String> cells = cells(row);
          if (!cells.isEmpty() && !sink.row(line, cells)) {
            return;
          }
        }
      }
    }
  }

  private static List<@Nullable String> cells(CsvRecord row) {
    List<@Nullable String> cells = new ArrayList<>();
    int last = 0;
    int width = Math.min(row.getFieldCount(), MOST_CELLS);
    for (int i = 0; i < width; i++) {
      String text = row.getField(i);
      cells.add(text.isBlank() ? null : guarded(text));
      last = cells.getLast() == null ? last : i + 1;
    }
    return cells.subList(0, last);
  }

  /** Our own exports put an apostrophe before what a spreadsheet would reckon: it goes again. */
  private static String guarded(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && Guard.isFormula(text.substring(1))
        ? text.substring(1)
        : text;
  }

  @Override
  public void close() {}
}
