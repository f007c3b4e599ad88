package cn.lianban.exchange;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Excel's own format, streamed; only the table of shared texts is held. */
final class XlsxBook implements Book {
  /** Unpacked, of all parts together: a packed bomb is refused before it is opened. */
  private static final long MOST_BYTES = 800L << 20;

  /** Of the table of shared texts, which alone is held in memory. */
  private static final long MOST_SHARED = 100L << 20;

  private static final int KEPT_DIGITS = 15;

  private static final Pattern QUOTED = Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.");
  private static final Pattern DATE_LETTERS = Pattern.compile("[yYdD年日hH]");
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465); // 9999-12-31
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private final ReadableWorkbook book;
  private final List<Sheet> sheets;
  private final LocalDate epoch;

  private XlsxBook(ReadableWorkbook book) {
    this.book = book;
    this.sheets = book.getSheets().toList();
    this.epoch = book.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  static XlsxBook open(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new Rejected("UNKNOWN_FORMAT", "file", "只接受 xlsx、CSV 和 JSON 文件");
      }
      if (zip.stream().mapToLong(entry -> Math.max(entry.getSize(), 0)).sum() > MOST_BYTES) {
        throw new Rejected("TOO_LARGE", "file", "文件解压后过大，请拆分后再上传");
      }
      ZipEntry shared = zip.getEntry("xl/sharedStrings.xml");
      if (shared != null && shared.getSize() > MOST_SHARED) {
        throw new Rejected("TOO_LARGE", "file", "文件里的文字过多（解压后超过 100 MB），请拆分后再上传");
      }
    }
    return new XlsxBook(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
  }

  @Override
  public List<String> sheets() {
    return sheets.stream().map(Sheet::getName).toList();
  }

  @Override
  public void read(int sheet, Sink sink) throws IOException {
    try (Stream<Row> rows = sheets.get(sheet).openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        List<@Nullable String> cells = cells(row);
        if (!cells.isEmpty() && !sink.row(row.getRowNum(), cells)) {
          return;
        }
      }
    }
  }

  /** Up to the last one that holds anything. */
  private List<@Nullable String> cells(Row row) {
    List<@Nullable String> cells = new ArrayList<>();
    int width = Math.min(row.getCellCount(), MOST_CELLS);
    int last = 0;
    for (int i = 0; i < width; i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? null : text(cell);
      cells.add(text == null || text.isBlank() ? null : text);
      last = cells.getLast() == null ? last : i + 1;
    }
    return cells.subList(0, last);
  }

  private @Nullable String text(Cell cell) {
    CellType type = cell.getType();
    if (type == CellType.STRING) {
      return cell.asString();
    }
    String raw = cell.getRawValue();
    if (raw == null || type == CellType.EMPTY) {
      return null;
    }
    if (type == CellType.FORMULA && cell.getValue() instanceof String text) {
      return text; // said to be a text (t="str"): a code keeps its leading zero and all its digits
    }
    return type == CellType.NUMBER || type == CellType.FORMULA ? number(raw, cell) : raw;
  }

  private String number(String raw, Cell cell) {
    BigDecimal value;
    try {
      value = new BigDecimal(raw);
    } catch (NumberFormatException text) {
      return raw; // a formula whose result is a text
    }
    if (isDate(cell) && value.signum() > 0 && value.compareTo(LAST_DAY) < 0) {
      return moment(value);
    }
    // 0.1 + 0.2 is stored with seventeen digits and shown with fifteen
    BigDecimal shown = value.round(new MathContext(KEPT_DIGITS)).stripTrailingZeros();
    if (shown.signum() == 0) {
      return "0";
    }
    boolean cut = shown.precision() - shown.scale() > KEPT_DIGITS;
    return cut ? scientific(shown) : shown.toPlainString();
  }

  /** As Excel shows a number whose last digits it has dropped; a text column refuses it. */
  private static String scientific(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    String behind = digits.length() > 1 ? "." + digits.substring(1) : "";
    return "%s%s%sE+%02d"
        .formatted(
            value.signum() < 0 ? "-" : "",
            digits.charAt(0),
            behind,
            value.precision() - value.scale() - 1);
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
      return true; // the built-in ones, Chinese ones too
    }
    return format != null
        && !format.equalsIgnoreCase("general")
        && DATE_LETTERS.matcher(QUOTED.matcher(format).replaceAll("")).find();
  }

  private String moment(BigDecimal serial) {
    long day = serial.longValue();
    long seconds =
        Math.round(serial.subtract(BigDecimal.valueOf(day)).doubleValue() * 24 * 60 * 60);
    LocalDateTime at = epoch.plusDays(day).atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
    return seconds == 0 ? at.toLocalDate().toString() : at.format(MOMENT);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
