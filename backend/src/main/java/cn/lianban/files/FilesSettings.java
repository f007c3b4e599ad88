package cn.lianban.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lianban.files.*}.
 *
 * @param storage {@code disk} or {@code s3}
 * @param directory what has not come whole yet and, for {@code disk}, all files
 * @param fileLimit of one file
 * @param quota of a district's files together
 * @param clamd {@code host:port} or a socket's path; blank: nothing is scanned
 */
@ConfigurationProperties("lianban.files")
record FilesSettings(
    @DefaultValue("disk") String storage,
    Path directory,
    @DefaultValue("100MB") DataSize fileLimit,
    @DefaultValue("20GB") DataSize quota,
    @DefaultValue("") String clamd,
    @Nullable S3 s3) {

  /** An S3-compatible store: AWS, MinIO, Ceph, the clouds' object storage. */
  record S3(
      String endpoint,
      @DefaultValue("us-east-1") String region,
      String bucket,
      String accessKey,
      String secretKey,
      @DefaultValue("") String prefix) {}
}
