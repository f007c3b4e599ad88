package cn.lianban.files;

import cn.lianban.db.files.tables.records.FileRecord;

/** From rows to records. */
final class FileRows {
  private FileRows() {}

  static StoredFile storedFile(FileRecord row) {
    return new StoredFile(
        row.getId(),
        row.getSubjectKind(),
        row.getSubjectId(),
        row.getSlot(),
        FileSource.valueOf(row.getSource()),
        row.getName(),
        row.getMediaType(),
        row.getSize(),
        FileState.valueOf(row.getState()),
        row.getUnitId(),
        row.getAddedAt());
  }
}
