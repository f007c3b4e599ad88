package cn.lianban.exchange;

import cn.lianban.tenancy.Now;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * xlsx, flushed every thousand lines. Texts are inline strings: a spreadsheet never takes one for a
 * formula, and nothing is held in memory for them.
 */
final class XlsxSheet implements SheetWriter {
  private static final int FLUSHED = 1_000;
  private static final int LONGEST_CELL = 32_767; // Excel's own
  private final Workbook book;
  private final Worksheet sheet;
  private int line;

  XlsxSheet(OutputStream out, String title) {
    this.book = new Workbook(out, "Lianban", "1.0");
    this.sheet = book.newWorksheet(sheetName(title));
  }

  /** Excel admits 31 characters, without some. */
  private static String sheetName(String title) {
    String name = title.replaceAll("[\\[\\]:*?/\\\\']", " ");
    return name.substring(0, Math.min(name.length(), 31));
  }

  @Override
  public void header(List<String> names) {
    sheet.freezePane(0, line + 1);
    for (int i = 0; i < names.size(); i++) {
      sheet.inlineString(line, i, names.get(i));
      sheet.style(line, i).bold().fillColor("E6F0FA").set();
      sheet.width(i, Math.clamp(names.get(i).length() * 3L, 12, 40));
    }
    line++;
  }

  @Override
  public void row(List<Column> columns, List<@Nullable String> values) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        cell(i, columns.get(i), value);
      }
    }
    next();
  }

  private void cell(int index, Column column, String value) {
    switch (column.type()) {
      case INT -> sheet.value(line, index, Long.valueOf(value));
      case DECIMAL -> decimal(index, value);
      case DATE -> day(index, LocalDate.parse(value));
      case INSTANT -> {
        sheet.value(line, index, LocalDateTime.ofInstant(Instant.parse(value), Now.CHINA));
        sheet.style(line, index).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> text(index, String.valueOf(Shown.of(column, value)));
    }
  }

  /** Excel keeps fifteen digits; what has more stays whole as text. */
  private void decimal(int index, String value) {
    BigDecimal number = new BigDecimal(value);
    if (number.precision() <= 15) {
      sheet.value(line, index, number);
    } else {
      text(index, value);
    }
  }

  private void day(int index, LocalDate day) {
    if (day.getYear() < 1901) {
      text(index, day.toString()); // before Excel's time
    } else {
      sheet.value(line, index, day);
      sheet.style(line, index).format("yyyy-mm-dd").set();
    }
  }

  private void text(int index, String text) {
    sheet.inlineString(line, index, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
  }

  @Override
  public void texts(List<@Nullable String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      if (text != null) {
        text(i, text);
      }
    }
    next();
  }

  private void next() throws IOException {
    line++;
    if (line % FLUSHED == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
