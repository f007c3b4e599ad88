package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file's lines into the staging table, typed; a batch and its position at once. */
@Component
class Staging {
  private static final int BATCH = 1_000;
  private static final int MOST_ROWS = 200_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Pieces pieces;
  private final ImportQueries queries;
  private final Lines lines;
  private final Stops stops;

  Staging(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      Pieces pieces,
      ImportQueries queries,
      Lines lines,
      Stops stops) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.pieces = pieces;
    this.queries = queries;
    this.lines = lines;
    this.stops = stops;
  }

  /** Goes on behind the last line that was staged, to the end of the sheet. */
  void run(DataImport one) {
    int from = scope.write(() -> stops.position(one.number()));
    pieces.onDisk(
        Uploads.owner(one.number()),
        file -> {
          Charset charset = one.charset() == null ? null : Charset.forName(one.charset());
          // the copy is on disk: no transaction waits while it is read
          ImportQueries.Sheet sheet = scope.write(() -> sheet(one));
          try (Book book = Books.open(file, one.format(), charset, one.separator())) {
            Reader reader = new Reader(one, sheet, kinds.kind(one.kind()), from);
            book.read(sheet.index(), reader);
            reader.flush();
          } catch (IOException | RuntimeException broken) {
            throw broken instanceof RuntimeException ours ? ours : Books.unreadable(broken);
          }
          return true;
        });
    if (!stops.asked(one.number())) {
      scope.write(() -> finish(one));
    }
  }

  private ImportQueries.Sheet sheet(DataImport one) {
    return queries.sheets(one.number()).stream()
        .filter(sheet -> sheet.index() == one.needSheet())
        .findFirst()
        .orElseThrow(() -> new Rejected("FILE_GONE", null, "文件已按期清理，请重新上传"));
  }

  private void finish(DataImport one) {
    refuseDoubles(one);
    lines.turn(one.number(), ImportStatus.CHECKING, lines.count(one.number(), LineState.READY));
  }

  /** The first line with an identity stands, the later ones are refused and name it. */
  private void refuseDoubles(DataImport one) {
    var first = DSL.min(STAGED.LINE).over().partitionBy(STAGED.KEY).as("first_line");
    var keyed =
        sql.select(STAGED.LINE, first)
            .from(STAGED)
            .where(queries.own(one.number()), STAGED.KEY.isNotNull())
            .asTable("keyed");
    var line = keyed.field(STAGED.LINE);
    var doubles =
        sql.select(line, keyed.field(first))
            .from(keyed)
            .where(java.util.Objects.requireNonNull(line).ne(keyed.field(first)))
            .fetchMap(line, keyed.field(first));
    List<Integer> numbers = new ArrayList<>(doubles.keySet());
    for (int i = 0; i < numbers.size(); i += BATCH) {
      List<Integer> some = numbers.subList(i, Math.min(i + BATCH, numbers.size()));
      List<StagedRecord> rows =
          sql.selectFrom(STAGED)
              .where(queries.own(one.number()))
              .and(cn.lianban.tenancy.Among.these(STAGED.LINE, some))
              .fetch();
      rows.forEach(row -> refuse(row, doubles.get(row.getLine())));
      lines.update(rows);
    }
  }

  private static void refuse(StagedRecord row, @Nullable Integer first) {
    List<Fault> faults = new ArrayList<>(Texts.faults(row.getFaults()));
    faults.add(new Fault(null, "与第 " + first + " 行是同一条记录"));
    row.setFaults(Texts.of(faults));
    row.setState(LineState.REFUSED.name());
  }

  /** Hears the file's lines, writes them in batches. */
  private final class Reader implements Book.Sink {
    private final DataImport one;
    private final Kind kind;
    private final Plan plan;
    private final OddRows odd;
    private final Map<String, Column> byKey;
    private final FillDown fillDown;
    private final List<StagedRecord> batch = new ArrayList<>();
    private int after;
    private int seen;

    Reader(DataImport one, ImportQueries.Sheet sheet, Kind kind, int after) {
      this.one = one;
      this.kind = kind;
      this.plan = sheet.plan();
      this.fillDown = new FillDown(plan);
      this.after = after;
      this.byKey =
          kind.columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
      Headers.Found header = Headers.names(sheet.lines(), sheet.headerFirst(), sheet.headerLast());
      this.odd = new OddRows(plan.columns(), byKey, header.names());
    }

    @Override
    public boolean row(int line, List<@Nullable String> cells) {
      if (line <= one.needHeaderLast()) {
        return true;
      }
      if (++seen > MOST_ROWS) {
        throw new Rejected("TOO_MANY_ROWS", null, "一次最多导入 20 万行，请拆分文件");
      }
      List<@Nullable String> whole = fillDown.whole(cells);
      if (line <= after) {
        return true; // staged before the service was stopped
      }
      batch.add(staged(line, cells, whole));
      after = line;
      if (batch.size() == BATCH) {
        flush();
        return !stops.asked(one.number());
      }
      return true;
    }

    private StagedRecord staged(
        int line, List<@Nullable String> cells, List<@Nullable String> whole) {
      String reason = odd.reason(cells);
      if (reason != null) {
        StagedRecord skipped = lines.fresh(one.number(), line, LineState.SKIPPED);
        skipped.setCells(kept(cells));
        skipped.setNotes(Texts.of(List.of(reason)));
        return skipped;
      }
      Plan.Typed typed = plan.type(whole, byKey);
      LineState state = typed.faults().isEmpty() ? LineState.READY : LineState.REFUSED;
      StagedRecord row = lines.fresh(one.number(), line, state);
      row.setCells(kept(cells));
      row.setRecord(Texts.of(typed.values()));
      row.setKey(key(Row.of(line, typed.values())));
      row.setFaults(typed.faults().isEmpty() ? null : Texts.of(typed.faults()));
      return row;
    }

    private static String kept(List<@Nullable String> cells) {
      return Texts.of(cells); // a zero character is escaped in JSON text
    }

    private @Nullable String key(Row row) {
      boolean whole =
          kind.columns().stream()
              .filter(Column::identity)
              .allMatch(column -> row.text(column.key()) != null);
      return whole ? HexFormat.of().formatHex(Sha256.of(kind.keyOf(row))) : null;
    }

    void flush() {
      List<StagedRecord> rows = List.copyOf(batch);
      batch.clear();
      scope.write(
          () -> {
            lines.insert(rows);
            lines.progress(one.number(), after, rows.size());
          });
    }
  }
}
