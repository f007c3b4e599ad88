package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.OUTGOING;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.OnBehalf;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes one long list, in its asker's name and with his reach. Stopped half-way it begins anew:
 * nothing is kept before the file is whole.
 */
@Component
class ExportJob {
  private static final Logger log = LoggerFactory.getLogger(ExportJob.class);
  private final DSLContext sql;
  private final TenantScope scope;
  private final OnBehalf onBehalf;
  private final Kinds kinds;
  private final Exports exports;
  private final Outfiles files;
  private final Pieces pieces;
  private final ExportProgress progress;
  private final Now now;

  ExportJob(
      DSLContext sql,
      TenantScope scope,
      OnBehalf onBehalf,
      Kinds kinds,
      Exports exports,
      Outfiles files,
      Pieces pieces,
      ExportProgress progress,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.onBehalf = onBehalf;
    this.kinds = kinds;
    this.exports = exports;
    this.files = files;
    this.pieces = pieces;
    this.progress = progress;
    this.now = now;
  }

  static String owner(long id) {
    return "outgoing:" + id;
  }

  /** True: nothing is left to do. */
  boolean run(Pending.Entry entry) {
    long id = entry.subjectId();
    try {
      onBehalf.of(entry.districtId(), entry.accountId(), () -> write(id));
    } catch (CancellationException stopped) {
      end(entry, ExportStatus.CANCELLED);
    } catch (Problem noLonger) {
      end(entry, ExportStatus.FAILED);
    } catch (RuntimeException bug) {
      log.error("export {} of district {} failed", id, entry.districtId(), bug);
      end(entry, ExportStatus.FAILED);
    } finally {
      progress.forget(id);
    }
    return true;
  }

  private boolean write(long id) {
    DataExport one = exports.find(id);
    if (one == null || one.status() != ExportStatus.WAITING) {
      return true;
    }
    if (one.cancelAsked()) {
      throw new CancellationException();
    }
    Listing listing = kinds.listing(one.listing()).orElseThrow();
    listing.authoriseExport();
    int[] rows = {0};
    Outfile file = null;
    try {
      file = files.write(listing, one.selection(), one.format(), () -> count(id, rows));
      Outfile whole = file;
      return scope.write(() -> keep(one, listing, whole, rows[0]));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      Pieces.remove(file == null ? null : file.path());
    }
  }

  private void count(long id, int[] rows) {
    rows[0]++;
    if (rows[0] % 500 == 0) {
      progress.at(id, rows[0]);
      if (progress.isStopped(id)) {
        throw new CancellationException();
      }
    }
  }

  private boolean keep(DataExport one, Listing listing, Outfile file, int rows) {
    try {
      pieces.store(owner(one.number()), file.path());
      finish(one.number(), ExportStatus.READY, rows, Files.size(file.path()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    exports.record("export.file", listing, one.selection(), rows);
    return true;
  }

  private void end(Pending.Entry entry, ExportStatus status) {
    scope.inDistrict(
        entry.districtId(),
        Reach.ALL,
        "job:exchange",
        () -> scope.write(() -> finish(entry.subjectId(), status, 0, null)));
  }

  private boolean finish(long id, ExportStatus status, int rows, @Nullable Long bytes) {
    return sql.update(OUTGOING)
            .set(OUTGOING.STATUS, status.name())
            .set(OUTGOING.DONE, rows)
            .set(OUTGOING.BYTES, bytes)
            .set(OUTGOING.FINISHED_AT, now.instant())
            .where(OUTGOING.DISTRICT_ID.eq(scope.district()), OUTGOING.ID.eq(id))
            .and(OUTGOING.STATUS.eq(ExportStatus.WAITING.name()))
            .execute()
        == 1;
  }
}
