package cn.lianban.exchange;

import cn.lianban.tenancy.Now;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes listings to files on this machine's disk, a row at a time. */
@Component
class Outfiles {
  private final Now now;

  Outfiles(Now now) {
    this.now = now;
  }

  /**
   * @param eachRow called before each row; may stop it by throwing
   */
  Outfile write(Listing listing, Selection selection, OutFormat format, Runnable eachRow)
      throws IOException {
    List<Column> columns =
        columns(listing, selection.columns()).stream().map(selection::shown).toList();
    return file(
        listing.title(),
        format,
        sheet -> {
          sheet.header(columns.stream().map(Column::header).toList());
          listing.export(
              selection,
              row -> {
                eachRow.run();
                write(sheet, columns, row);
              });
        });
  }

  Outfile template(Kind kind) throws IOException {
    return file(
        kind.title(),
        OutFormat.XLSX,
        sheet ->
            sheet.header(
                kind.columns().stream()
                    .map(column -> column.header() + (column.required() ? "*" : ""))
                    .toList()));
  }

  /** As it is shown. */
  Outfile write(ShownSheet shown, OutFormat format) throws IOException {
    return file(
        shown.name(),
        format,
        sheet -> {
          sheet.header(shown.titles());
          for (List<@Nullable String> row : shown.rows()) {
            sheet.row(shown.typed(row), row);
          }
        });
  }

  private Outfile file(String title, OutFormat format, Content content) throws IOException {
    Path path = Files.createTempFile("lianban-", ".out");
    boolean done = false;
    try (OutputStream out = Files.newOutputStream(path);
        SheetWriter sheet = sheet(format, title, out)) {
      content.write(sheet);
      done = true;
    } finally {
      if (!done) {
        Pieces.remove(path);
      }
    }
    return new Outfile(path, title + "-" + now.today() + "." + format.ending(), format);
  }

  private static SheetWriter sheet(OutFormat format, String title, OutputStream out)
      throws IOException {
    return switch (format) {
      case XLSX -> new XlsxSheet(out, title);
      case CSV -> new CsvSheet(out, null, ',');
      case JSON -> new JsonSheet(out);
    };
  }

  private static void write(SheetWriter sheet, List<Column> columns, Row row) {
    List<@Nullable String> values = new ArrayList<>();
    columns.forEach(column -> values.add(row.text(column.key())));
    try {
      sheet.row(columns, values);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Column> columns(Listing listing, List<String> keys) {
    Map<String, Column> byKey =
        listing.columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
    List<Column> columns = new ArrayList<>();
    for (String key : keys) {
      Column column = byKey.get(key);
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** What is written below the top of a sheet. */
  private interface Content {
    void write(SheetWriter sheet) throws IOException;
  }
}
