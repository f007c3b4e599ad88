package cn.lianban.files;

/**
 * What a district keeps.
 *
 * @param usedBytes of {@code quotaBytes}
 * @param fileLimitBytes of one file
 * @param storage {@code DISK} or {@code S3}
 * @param scanned false: no virus scanner is set
 */
record StorageUse(
    long usedBytes,
    int usedFiles,
    long quotaBytes,
    long fileLimitBytes,
    String storage,
    boolean scanned) {

  /** Files of one source in one state. */
  record Share(FileSource source, FileState state, int files, long bytes) {}
}
