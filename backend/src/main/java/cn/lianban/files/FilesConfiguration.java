package cn.lianban.files;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which storage and which scanner, by setting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesSettings.class)
class FilesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Storage storage(FilesSettings settings) {
    return switch (settings.storage()) {
      case "disk" -> new DiskStorage(settings.directory().resolve("kept"));
      case "s3" -> new S3Storage(Objects.requireNonNull(settings.s3(), "lianban.files.s3"));
      default ->
          throw new IllegalArgumentException(
              "lianban.files.storage is 'disk' or 's3', not '" + settings.storage() + "'");
    };
  }

  @Bean
  @ConditionalOnMissingBean
  VirusScanner virusScanner(FilesSettings settings) {
    return settings.clamd().isBlank() ? VirusScanner.NONE : new Clamd(settings.clamd());
  }
}
