package cn.lianban.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A file beside the embedded database while the demo district is written into it for the first
 * time. Who finds it at the next start (server.EmbeddedServer) knows that the load was killed and
 * that nothing else is there, and begins with an empty database.
 */
@Component
class LoadingMark {
  private final boolean embedded;
  private final Path file;

  LoadingMark(
      @Value("${lianban.database.url:}") String url,
      @Value("${lianban.database.directory}") Path directory) {
    this.embedded = url.isBlank();
    // as server.HalfLoaded names it
    this.file = directory.toAbsolutePath().normalize().resolve("demo-loading");
  }

  /**
   * @param alone nothing but the demo is in the database: only then may it be dropped
   */
  <T> T during(boolean alone, Supplier<T> load) {
    boolean marks = embedded && alone;
    try {
      if (marks) {
        Files.writeString(file, "");
      }
      T loaded = load.get();
      if (marks) {
        Files.deleteIfExists(file);
      }
      return loaded;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
