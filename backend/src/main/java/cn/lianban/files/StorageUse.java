package cn.lianban.files;

/**
 * What a district keeps.
 *
 * @param usedBytes of {@code quotaBytes}
 * @param fileLimitBytes of one file
 * @param storage {@code DISK} or {@code S3}
 * @param scanned false: no virus scanner is set
 * @param scansWaiting files whose scan has not answered yet
 * @param scansFailing those of them that were tried in vain
 */
record StorageUse(
    long usedBytes,
    int usedFiles,
    long quotaBytes,
    long fileLimitBytes,
    String storage,
    boolean scanned,
    int scansWaiting,
    int scansFailing) {

  /** Files of one source in one state. */
  record Share(FileSource source, FileState state, int files, long bytes) {}
}
