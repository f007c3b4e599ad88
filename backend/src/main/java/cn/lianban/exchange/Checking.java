package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The dry run: what is new, changed, unchanged, wrong, and what the file has not. */
@Component
class Checking {
  private static final int BATCH = 500;
  private static final int MOST_MISSING = 200_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final ImportQueries queries;
  private final Lines lines;
  private final Stops stops;

  Checking(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      ImportQueries queries,
      Lines lines,
      Stops stops) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.queries = queries;
    this.lines = lines;
    this.stops = stops;
  }

  /** One batch in one transaction. */
  void batch(DataImport one) {
    scope.write(
        () -> {
          Kind kind = kinds.kind(one.kind());
          kind.authoriseImport();
          List<StagedRecord> batch =
              lines.next(one.number(), stops.position(one.number()), BATCH, LineState.READY);
          if (batch.isEmpty()) {
            finish(one, kind);
          } else {
            Looked looked = new Looked(one.number(), kind, batch);
            looked.compareAndCheck();
            lines.update(looked.lines());
            lines.progress(one.number(), batch.getLast().getLine(), batch.size());
          }
        });
  }

  private void finish(DataImport one, Kind kind) {
    if (kind.listsMissing()) {
      new Missing(one, kind).find();
    }
    lines.turn(one.number(), ImportStatus.CHECKED, one.total());
  }

  /** Records that are here and not in the file; nothing happens to them. */
  private final class Missing {
    private final DataImport one;
    private final Kind kind;
    private final Map<String, Row> buffer = new LinkedHashMap<>();
    private int found;

    Missing(DataImport one, Kind kind) {
      this.one = one;
      this.kind = kind;
    }

    void find() {
      List<String> columns = kind.columns().stream().map(Column::key).toList();
      kind.export(new Selection(columns, Map.of(), null), this::hear);
      flush();
    }

    private void hear(Row row) {
      buffer.put(HexFormat.of().formatHex(Sha256.of(kind.keyOf(row))), row);
      if (buffer.size() == BATCH) {
        flush();
      }
    }

    private void flush() {
      Set<String> inFile =
          new HashSet<>(
              sql.select(STAGED.KEY)
                  .from(STAGED)
                  .where(queries.own(one.number()), Among.these(STAGED.KEY, buffer.keySet()))
                  .fetch(STAGED.KEY));
      List<StagedRecord> missing = new ArrayList<>();
      buffer.forEach(
          (key, row) -> {
            if (!inFile.contains(key) && found < MOST_MISSING) {
              missing.add(line(row));
            }
          });
      buffer.clear();
      lines.insert(missing);
    }

    private StagedRecord line(Row row) {
      found++;
      StagedRecord line = lines.fresh(one.number(), -found, LineState.MISSING);
      line.setRecord(Texts.of(row.values()));
      return line;
    }
  }
}
