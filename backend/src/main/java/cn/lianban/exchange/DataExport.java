package cn.lianban.exchange;

import cn.lianban.db.exchange.tables.records.OutgoingRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A long list on its way out. */
record DataExport(
    long number,
    String listing,
    OutFormat format,
    Selection selection,
    ExportStatus status,
    int done,
    @Nullable Long bytes,
    boolean cancelAsked,
    Instant createdAt) {
  /** The API's id kind. */
  static final String KIND = "DataExport";

  static DataExport of(OutgoingRecord row) {
    return new DataExport(
        row.getId(),
        row.getListing(),
        OutFormat.valueOf(row.getFormat()),
        Texts.selection(row.getSelection()),
        ExportStatus.valueOf(row.getStatus()),
        row.getDone(),
        row.getBytes(),
        row.getCancelAsked(),
        row.getCreatedAt());
  }
}
