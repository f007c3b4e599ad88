package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.IntakeRecord;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that came in, and how far it got. */
record DataImport(
    long number,
    long accountNumber,
    String kind,
    String fileName,
    String digest,
    long bytes,
    FileFormat format,
    @Nullable String charset,
    @Nullable String delimiter,
    ImportStatus status,
    @Nullable Integer sheet,
    @Nullable Integer headerFirst,
    @Nullable Integer headerLast,
    @Nullable ApplyMode mode,
    int done,
    int total,
    Counts counts,
    boolean cancelAsked,
    @Nullable String failure,
    @Nullable String undoRefusal,
    @Nullable String undoNote,
    Instant createdAt,
    @Nullable Instant finishedAt,
    boolean contentsGone,
    int version) {
  /** The API's id kind. */
  static final String KIND = "DataImport";

  /** How many lines stand where. */
  record Counts(
      int fresh,
      int changed,
      int unchanged,
      int refused,
      int skipped,
      int missing,
      int created,
      int updated,
      int noted) {
    /** Lines that are to be written. */
    int due() {
      return fresh + changed;
    }

    int written() {
      return created + updated;
    }
  }

  static DataImport of(IntakeRecord row) {
    return new DataImport(
        row.getId(),
        row.getAccountId(),
        row.getKind(),
        row.getFileName(),
        row.getDigest(),
        row.getBytes(),
        FileFormat.valueOf(row.getFormat()),
        row.getCharset(),
        row.getDelimiter(),
        ImportStatus.valueOf(row.getStatus()),
        row.getSheet(),
        row.getHeaderFirst(),
        row.getHeaderLast(),
        row.getMode() == null ? null : ApplyMode.valueOf(row.getMode()),
        row.getDone(),
        row.getTotal(),
        new Counts(
            row.getCountNew(),
            row.getCountChanged(),
            row.getCountUnchanged(),
            row.getCountRefused(),
            row.getCountSkipped(),
            row.getCountMissing(),
            row.getCountCreated(),
            row.getCountUpdated(),
            row.getCountNoted()),
        row.getCancelAsked(),
        row.getFailure(),
        row.getUndoRefusal(),
        row.getUndoNote(),
        row.getCreatedAt(),
        row.getFinishedAt(),
        row.getContentsGone(),
        row.getVersion());
  }

  /** Of a CSV; null otherwise. */
  @Nullable Character separator() {
    return delimiter == null || delimiter.isEmpty() ? null : delimiter.charAt(0);
  }

  /** The columns may be chosen, anew too, as long as nothing was written. */
  boolean mayStage() {
    return !contentsGone
        && (status.mayStage() || (status == ImportStatus.FAILED && counts.written() == 0));
  }

  /** The dry run is done and found something to write. */
  boolean mayApply() {
    return !contentsGone && status == ImportStatus.CHECKED;
  }

  boolean mayCancel() {
    return status.mayStage() || (status.isMoving() && status != ImportStatus.UNDOING);
  }

  /** Something was written, and which lines it was is still known. */
  boolean mayUndo() {
    return !contentsGone && status.mayUndo() && counts.written() > 0;
  }

  int needSheet() {
    return Objects.requireNonNull(sheet);
  }

  int needHeaderLast() {
    return Objects.requireNonNull(headerLast);
  }
}
