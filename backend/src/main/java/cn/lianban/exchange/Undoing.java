package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a whole import back, in one transaction, while nothing was built on it: what it created
 * goes, what it changed is as it was before.
 */
@Component
class Undoing {
  private static final int BATCH = 500;

  /** So many rows that stand in the way are looked for, and so many are told. */
  private static final int LOOKED_FOR = 20;

  private static final int TOLD = 5;
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
   * @throws Rejected BUILT_ON, naming the rows that stand in the way
   */
  void run(DataImport one) {
    try {
      scope.write(() -> all(one, BATCH));
    } catch (IntegrityConstraintViolationException used) {
      scope.write(() -> all(one, 1)); // once more line by line, to name the one that is used
    } finally {
      progress.forget(one.number());
    }
  }

  private void all(DataImport one, int size) {
    Kind kind = kinds.kind(one.kind());
    kind.authoriseImport();
    List<String> refusals = new ArrayList<>();
    int back = 0;
    List<StagedRecord> batch = next(one, Integer.MAX_VALUE, size);
    while (!batch.isEmpty() && refusals.size() < LOOKED_FOR) {
      refusals.addAll(takeBack(one, kind, batch));
      back += batch.size();
      progress.at(one.number(), back);
      batch = next(one, batch.getLast().getLine(), size);
    }
    if (!refusals.isEmpty()) {
      throw builtOn(words(refusals));
    }
    lines.note(one.number(), kind.takenBack(one.number()));
    lines.turn(one.number(), ImportStatus.UNDONE, one.total());
  }

  private List<StagedRecord> next(DataImport one, int before, int size) {
    return lines.previous(one.number(), before, size, LineState.CREATED, LineState.UPDATED);
  }

  /** Answers what stands in the way; then the transaction comes to nothing. */
  private List<String> takeBack(DataImport one, Kind kind, List<StagedRecord> batch) {
    Batch sorted = new Batch(kind, new Looked(one.number(), kind, batch), batch);
    try {
      sorted.takeBack();
    } catch (IntegrityConstraintViolationException used) {
      if (batch.size() > 1) {
        throw used;
      }
      throw builtOn("第 " + batch.getFirst().getLine() + " 行：记录已被" + BuiltOn.words(used) + "使用");
    }
    batch.forEach(line -> line.setState(LineState.TAKEN_BACK.name()));
    lines.update(batch);
    return sorted.looked.refusals();
  }

  /** Some lines: records to remove, and records to put back. */
  private static final class Batch {
    private final Kind kind;
    private final Looked looked;
    private final List<Row> created = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();

    Batch(Kind kind, Looked looked, List<StagedRecord> lines) {
      this.kind = kind;
      this.looked = looked;
      Map<String, Row> there = new HashMap<>();
      kind.current(lines.stream().map(Undoing::row).toList())
          .forEach(row -> there.put(kind.keyOf(row), row));
      lines.forEach(line -> sort(line, there.get(kind.keyOf(row(line)))));
    }

    private void sort(StagedRecord line, @Nullable Row there) {
      Row row = row(line);
      Row old = line.getState().equals(LineState.UPDATED.name()) ? old(line, row) : null;
      if (old != null && there != null && Looked.same(old, there)) {
        return; // an earlier line of the same record, or somebody, has put it back
      }
      if (there == null) {
        looked.refuse(row, null, "记录在导入后已不在");
      } else if (!Looked.same(row, there)) {
        looked.refuse(row, null, "记录在导入后又被修改（" + looked.differing(row, there) + "）");
      } else if (old == null) {
        created.add(row);
      } else {
        changed.add(new Change(old, row));
      }
    }

    void takeBack() {
      if (looked.anyRefused()) {
        return; // nothing will be taken back: the others are only looked at
      }
      if (!created.isEmpty()) {
        kind.remove(created, looked);
      }
      if (!changed.isEmpty()) {
        kind.restore(changed, looked, looked);
      }
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

  private static Row row(StagedRecord line) {
    return Objects.requireNonNull(Texts.row(line.getLine(), line.getRecord()));
  }

  private static String words(List<String> refusals) {
    String told = String.join("；", refusals.subList(0, Math.min(TOLD, refusals.size())));
    return refusals.size() <= TOLD ? told : told + "；还有其他行";
  }

  private static Rejected builtOn(String words) {
    return new Rejected("BUILT_ON", null, words + "。不能整体撤回，一行也没有改动");
  }
}
