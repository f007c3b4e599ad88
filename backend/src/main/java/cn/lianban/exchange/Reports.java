package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The file that came in, given back with what became of each line in two more columns. */
@Component
class Reports {
  private static final String RESULT = "导入结果";
  private static final String WHY = "问题说明";
  private static final Map<String, String> WORDS =
      Map.of(
          "READY", "待核对",
          "REFUSED", "有错，未导入",
          "SKIPPED", "跳过",
          "NEW", "将新增",
          "CHANGED", "将更新",
          "UNCHANGED", "无变化",
          "CREATED", "已新增",
          "UPDATED", "已更新",
          "TAKEN_BACK", "已撤回");
  private static final int BATCH = 500;
  private final TenantScope scope;
  private final ImportQueries queries;
  private final Kinds kinds;
  private final Pieces pieces;
  private final Lines lines;

  Reports(TenantScope scope, ImportQueries queries, Kinds kinds, Pieces pieces, Lines lines) {
    this.scope = scope;
    this.queries = queries;
    this.kinds = kinds;
    this.pieces = pieces;
    this.lines = lines;
  }

  /**
   * @throws Rejected NOT_FOUND, or FILE_GONE after 30 days
   */
  Outfile of(long id, boolean refusedOnly) {
    DataImport one =
        queries
            .find(id)
            .filter(found -> found.accountNumber() == Accountable.of(scope.current()))
            .filter(found -> found.sheet() != null)
            .orElseThrow(() -> new Rejected("NOT_FOUND", null, "没有这次导入"));
    OutFormat format = OutFormat.valueOf(one.format().name());
    String plain = one.fileName().replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
    return pieces.onDisk(
        Uploads.owner(id),
        file ->
            new Outfile(
                write(one, file, format, refusedOnly), plain + "-导入结果." + format.ending(), format));
  }

  private Path write(DataImport one, Path original, OutFormat format, boolean refusedOnly)
      throws IOException {
    Path report = Files.createTempFile("lianban-", ".report");
    Charset charset = one.charset() == null ? null : Charset.forName(one.charset());
    try (OutputStream out = Files.newOutputStream(report);
        SheetWriter sheet = sheet(one, format, out);
        Book book = Books.open(original, one.format(), charset, one.separator())) {
      book.read(one.needSheet(), new Marker(one, sheet, refusedOnly));
    }
    return report;
  }

  private static SheetWriter sheet(DataImport one, OutFormat format, OutputStream out)
      throws IOException {
    String delimiter = one.delimiter();
    return switch (format) {
      case XLSX -> new XlsxSheet(out, "导入结果");
      case CSV -> new CsvSheet(out, one.charset(), delimiter == null ? ',' : delimiter.charAt(0));
      case JSON -> new JsonSheet(out);
    };
  }

  /** Hears the original's lines and writes them with the staged line's words beside them. */
  private final class Marker implements Book.Sink {
    private final DataImport one;
    private final SheetWriter sheet;
    private final boolean refusedOnly;
    private final Map<String, String> headers;
    private final Deque<StagedRecord> ahead = new ArrayDeque<>();
    private final FillDown fillDown;
    private final int width;
    private int after;

    Marker(DataImport one, SheetWriter sheet, boolean refusedOnly) {
      this.one = one;
      this.sheet = sheet;
      this.refusedOnly = refusedOnly;
      this.headers =
          kinds.kind(one.kind()).columns().stream()
              .collect(Collectors.toMap(Column::key, Column::header));
      ImportQueries.Sheet read =
          queries.sheets(one.number()).stream()
              .filter(found -> found.index() == one.needSheet())
              .findFirst()
              .orElseThrow(() -> new Rejected("FILE_GONE", null, "文件已按期清理，请重新上传"));
      this.fillDown = new FillDown(read.plan());
      this.width = width(read);
    }

    /** The two columns stand to the right of the header's last cell. */
    private static int width(ImportQueries.Sheet read) {
      return read.lines().stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    }

    @Override
    public boolean row(int line, List<@Nullable String> cells) {
      boolean body = line > one.needHeaderLast();
      StagedRecord staged = body ? staged(line) : null;
      // the lines above stay behind: what "as above" meant is written out
      List<@Nullable String> told = refusedOnly && body ? fillDown.whole(cells) : cells;
      boolean refused = staged != null && staged.getState().equals(LineState.REFUSED.name());
      if (refusedOnly && body && !refused) {
        return true;
      }
      List<@Nullable String> whole = new ArrayList<>(told);
      while (whole.size() < width) {
        whole.add(null);
      }
      if (line == one.needHeaderLast()) {
        whole.add(RESULT);
        whole.add(WHY);
      } else if (staged != null) {
        whole.add(WORDS.get(staged.getState()));
        whole.add(why(staged));
      }
      try {
        sheet.texts(whole);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return true;
    }

    private @Nullable StagedRecord staged(int line) {
      while (true) {
        if (ahead.isEmpty()) {
          ahead.addAll(lines.next(one.number(), after, BATCH, LineState.values()));
          if (ahead.isEmpty()) {
            return null;
          }
          after = ahead.getLast().getLine();
        }
        if (ahead.getFirst().getLine() >= line) {
          return ahead.getFirst().getLine() == line ? ahead.removeFirst() : null;
        }
        ahead.removeFirst();
      }
    }

    private String why(StagedRecord staged) {
      List<String> words = new ArrayList<>();
      for (Fault fault : Texts.faults(staged.getFaults())) {
        String column = fault.column();
        words.add(column == null ? fault.words() : headers.get(column) + "：" + fault.words());
      }
      words.addAll(Texts.notes(staged.getNotes()));
      return String.join("；", words);
    }
  }
}
