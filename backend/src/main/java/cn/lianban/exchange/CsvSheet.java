package cn.lianban.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV that Excel opens with the right characters, and reckons nothing in. */
final class CsvSheet implements SheetWriter {
  private final CsvWriter csv;

  /** UTF-8 with its mark, unless the file that is answered had GB18030. */
  CsvSheet(OutputStream out, @Nullable String charset, char delimiter) throws IOException {
    Charset written =
        CsvDialect.GB18030.name().equals(charset) ? CsvDialect.GB18030 : StandardCharsets.UTF_8;
    if (written.equals(StandardCharsets.UTF_8)) {
      out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    this.csv = CsvWriter.builder().fieldSeparator(delimiter).build(out, written);
  }

  @Override
  public void header(List<String> names) {
    csv.writeRecord(names.stream().map(Guard::text).toList());
  }

  @Override
  public void row(List<Column> columns, List<@Nullable String> values) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = Shown.of(columns.get(i), values.get(i));
      boolean number =
          columns.get(i).type() == Column.Type.INT || columns.get(i).type() == Column.Type.DECIMAL;
      cells.add(text == null ? "" : number ? text : Guard.text(text));
    }
    csv.writeRecord(cells);
  }

  @Override
  public void texts(List<@Nullable String> cells) {
    csv.writeRecord(cells.stream().map(cell -> cell == null ? "" : Guard.text(cell)).toList());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
