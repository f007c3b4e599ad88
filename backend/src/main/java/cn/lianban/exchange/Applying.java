package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes what the dry run found good. A batch and its progress are one transaction: a killed
 * service goes on with the next line, and a line that was written is never written again.
 */
@Component
class Applying {
  private static final Logger log = LoggerFactory.getLogger(Applying.class);
  private static final int BATCH = 200;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Lines lines;
  private final Stops stops;
  private final WholeProgress progress;

  Applying(TenantScope scope, Kinds kinds, Lines lines, Stops stops, WholeProgress progress) {
    this.scope = scope;
    this.kinds = kinds;
    this.lines = lines;
    this.stops = stops;
    this.progress = progress;
  }

  /** One batch, or in mode ALL_OR_NOTHING everything. */
  void batch(DataImport one) {
    if (one.mode() == ApplyMode.ALL_OR_NOTHING) {
      whole(one);
      return;
    }
    List<StagedRecord> batch = scope.write(() -> next(one, stops.position(one.number())));
    if (batch.isEmpty()) {
      scope.write(() -> lines.turn(one.number(), ImportStatus.APPLIED, one.total()));
      return;
    }
    try {
      scope.write(() -> writeOn(one, batch));
    } catch (DataAccessException | Rejected | IllegalArgumentException failed) {
      requireLasting(failed);
      log.warn("import {}: a batch failed, line by line now", one.number(), failed);
      batch.forEach(line -> alone(one, line));
    }
  }

  /** All lines up to the position have been dealt with. */
  private List<StagedRecord> next(DataImport one, int after) {
    return lines.next(one.number(), after, BATCH, LineState.NEW, LineState.CHANGED);
  }

  /** What goes by is no fault of a line: the round tries again. */
  private static void requireLasting(RuntimeException failed) {
    if (Passing.is(failed)) {
      throw failed;
    }
  }

  /** A batch and how far it brought the import. */
  private Looked writeOn(DataImport one, List<StagedRecord> batch) {
    Looked looked = write(one, batch);
    lines.progress(one.number(), batch.getLast().getLine(), batch.size());
    return looked;
  }

  private Looked write(DataImport one, List<StagedRecord> batch) {
    scope.planAnew(); // what was planned before the first batch was planned for empty tables
    Kind kind = kinds.kind(one.kind());
    kind.authoriseImport();
    Looked looked = new Looked(one.number(), kind, batch);
    looked.compareAndCheck(); // anew: somebody may have been faster since the dry run
    looked.apply();
    lines.update(looked.lines());
    return looked;
  }

  /** One bad line does not hold up the others of its batch. */
  private void alone(DataImport one, StagedRecord line) {
    try {
      scope.write(() -> writeOn(one, List.of(line)));
    } catch (Rejected told) {
      refuse(one, line, told.toUserError().message());
    } catch (DataAccessException | IllegalArgumentException failed) {
      requireLasting(failed);
      log.warn("import {}: line {} failed", one.number(), line.getLine(), failed);
      refuse(one, line, "这一行无法写入（与已有数据冲突或内容不合要求）");
    }
  }

  private void refuse(DataImport one, StagedRecord line, String words) {
    line.setState(LineState.REFUSED.name());
    line.setFaults(Texts.of(List.of(new Fault(null, words))));
    scope.write(
        () -> {
          lines.update(List.of(line));
          lines.progress(one.number(), line.getLine(), 1);
        });
  }

  /** Everything or nothing; whoever asks it to stop finds nothing written. */
  private void whole(DataImport one) {
    try {
      scope.write(() -> all(one));
    } catch (CancellationException stopped) {
      log.info("import {} is stopped, nothing was written", one.number()); // the next step ends it
    } finally {
      progress.forget(one.number());
    }
  }

  private void all(DataImport one) {
    List<StagedRecord> some = next(one, 0);
    int written = 0;
    while (!some.isEmpty()) {
      Looked looked = write(one, some);
      if (looked.anyRefused()) {
        throw new Rejected("HAS_FAULTS", null, looked.firstRefusal() + "；没有写入任何一行");
      }
      written += some.size();
      progress.at(one.number(), written);
      if (stops.asked(one.number())) {
        throw new CancellationException();
      }
      some = next(one, some.getLast().getLine());
    }
    lines.turn(one.number(), ImportStatus.APPLIED, written);
  }
}
