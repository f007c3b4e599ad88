package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
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

  Applying(TenantScope scope, Kinds kinds, Lines lines, Stops stops) {
    this.scope = scope;
    this.kinds = kinds;
    this.lines = lines;
    this.stops = stops;
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
      scope.write(() -> write(one, batch));
    } catch (DataAccessException | Rejected | IllegalArgumentException failed) {
      log.warn("import {}: a batch failed, line by line now", one.number(), failed);
      batch.forEach(line -> alone(one, line));
    }
  }

  /** All lines up to the position have been dealt with. */
  private List<StagedRecord> next(DataImport one, int after) {
    return lines.next(one.number(), after, BATCH, LineState.NEW, LineState.CHANGED);
  }

  private Looked write(DataImport one, List<StagedRecord> batch) {
    scope.planAnew(); // what was planned before the first batch was planned for empty tables
    Kind kind = kinds.kind(one.kind());
    kind.authoriseImport();
    Looked looked = new Looked(one.number(), kind, batch);
    looked.compareAndCheck(); // anew: somebody may have been faster since the dry run
    looked.apply();
    lines.update(looked.lines());
    lines.progress(one.number(), batch.getLast().getLine(), batch.size());
    return looked;
  }

  /** One bad line does not hold up the others of its batch. */
  private void alone(DataImport one, StagedRecord line) {
    try {
      scope.write(() -> write(one, List.of(line)));
    } catch (Rejected told) {
      refuse(one, line, told.toUserError().message());
    } catch (DataAccessException | IllegalArgumentException failed) {
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

  private void whole(DataImport one) {
    scope.write(
        () -> {
          List<StagedRecord> all = next(one, 0);
          int written = 0;
          while (!all.isEmpty()) {
            Looked looked = write(one, all);
            if (looked.anyRefused()) {
              throw new Rejected("HAS_FAULTS", null, looked.firstRefusal() + "；没有写入任何一行");
            }
            written += all.size();
            if (stops.asked(one.number())) {
              throw new Rejected("CANCELLED", null, "已按要求停止；没有写入任何一行");
            }
            all = next(one, all.getLast().getLine());
          }
          lines.turn(one.number(), ImportStatus.APPLIED, written);
        });
  }
}
