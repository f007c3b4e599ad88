package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a whole import back, in one transaction, while nothing was built on it. */
@Component
class Undoing {
  private static final int BATCH = 500;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Lines lines;
  private final WholeProgress progress;

  Undoing(TenantScope scope, Kinds kinds, Lines lines, WholeProgress progress) {
    this.scope = scope;
    this.kinds = kinds;
    this.lines = lines;
    this.progress = progress;
  }

  /**
   * @throws Rejected BUILT_ON, naming the first line that stands in the way
   */
  void run(DataImport one) {
    try {
      scope.write(() -> all(one));
    } finally {
      progress.forget(one.number());
    }
  }

  private void all(DataImport one) {
    Kind kind = kinds.kind(one.kind());
    kind.authoriseImport();
    int back = 0;
    List<StagedRecord> batch = next(one, Integer.MAX_VALUE);
    while (!batch.isEmpty()) {
      takeBack(one, kind, batch);
      back += batch.size();
      progress.at(one.number(), back);
      batch = next(one, batch.getLast().getLine());
    }
    lines.turn(one.number(), ImportStatus.UNDONE, one.total());
  }

  private List<StagedRecord> next(DataImport one, int before) {
    return lines.previous(one.number(), before, BATCH, LineState.CREATED, LineState.UPDATED);
  }

  private void takeBack(DataImport one, Kind kind, List<StagedRecord> batch) {
    Map<String, Row> there = new HashMap<>();
    List<Row> rows = batch.stream().map(Undoing::row).toList();
    kind.current(rows).forEach(row -> there.put(kind.keyOf(row), row));
    for (StagedRecord line : batch) {
      Row row = row(line);
      requireUntouched(row, there.get(kind.keyOf(row)));
      takeBack(one, kind, line, row);
      line.setState(LineState.TAKEN_BACK.name());
    }
    lines.update(batch);
  }

  private void takeBack(DataImport one, Kind kind, StagedRecord line, Row row) {
    Looked looked = new Looked(one.number(), kind, List.of(line));
    try {
      if (line.getState().equals(LineState.CREATED.name())) {
        kind.remove(List.of(row), looked);
      } else {
        kind.restore(List.of(new Change(old(line, row), row)), looked, looked);
      }
    } catch (IntegrityConstraintViolationException used) {
      throw builtOn("第 " + row.number() + " 行的记录已被" + BuiltOn.words(used) + "使用");
    }
    if (looked.anyRefused()) {
      throw builtOn(looked.firstRefusal());
    }
  }

  /** The old values of the columns that the file had. */
  private static Row old(StagedRecord line, Row row) {
    Row before = Objects.requireNonNull(Texts.row(line.getLine(), line.getBefore()));
    Row old = Row.of(line.getLine(), Map.of());
    for (String column : row.values().keySet()) {
      old = old.with(column, before.text(column));
    }
    return old;
  }

  private static void requireUntouched(Row row, @Nullable Row there) {
    if (there == null || !Looked.same(row, there)) {
      throw builtOn("第 " + row.number() + " 行的记录在导入后又被修改");
    }
  }

  private static Row row(StagedRecord line) {
    return Objects.requireNonNull(Texts.row(line.getLine(), line.getRecord()));
  }

  private static Rejected builtOn(String words) {
    return new Rejected("BUILT_ON", null, words + "，不能整体撤回");
  }
}
