package cn.lianban.files;

/**
 * What a district may keep, as the operator sees and sets it. Bytes.
 *
 * @param ownQuota false: the server's default
 * @param ownFileLimit false: the server's default
 */
record StorageLimits(
    String districtCode,
    String districtName,
    long usedBytes,
    int usedFiles,
    long quotaBytes,
    boolean ownQuota,
    long fileLimitBytes,
    boolean ownFileLimit,
    int version) {}
