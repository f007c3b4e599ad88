package cn.lianban.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What has not come whole yet, on this machine's disk. Its length is what has been received: no row
 * counts it. Another instance of the service starts the same upload from its beginning.
 */
@Component
class Parts {
  private static final Duration KEPT = Duration.ofHours(25); // a ticket lives 24
  private static final long RESERVE = 256L * 1024 * 1024;
  private final Path folder;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final AtomicLong cleaned = new AtomicLong();

  Parts(FilesSettings settings) throws IOException {
    this.folder = settings.directory().resolve("incoming").toAbsolutePath();
    Files.createDirectories(folder);
  }

  long received(String uploadKey) {
    try {
      return Files.size(path(uploadKey));
    } catch (IOException none) {
      return 0;
    }
  }

  Path path(String uploadKey) {
    return folder.resolve(uploadKey);
  }

  boolean hasRoomFor(long bytes) {
    try {
      return Files.getFileStore(folder).getUsableSpace() > bytes * 2 + RESERVE;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** One sender at a time; false: another request is writing this upload. */
  boolean take(String uploadKey) {
    forgetOld();
    return busy.add(uploadKey);
  }

  void release(String uploadKey) {
    busy.remove(uploadKey);
  }

  /**
   * Appends what the sender sends, up to the whole; what came before the line broke stays.
   *
   * @return false: he sent more than he had said
   */
  boolean append(String uploadKey, InputStream body, long whole) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    try (FileChannel channel =
            FileChannel.open(
                path(uploadKey), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        OutputStream out = Channels.newOutputStream(channel)) {
      long length = channel.size();
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
        if (length > whole) {
          return false;
        }
        out.write(buffer, 0, read);
      }
      return true;
    }
  }

  byte[] head(String uploadKey) throws IOException {
    try (InputStream in = Files.newInputStream(path(uploadKey))) {
      return in.readNBytes(FileTypes.HEAD);
    }
  }

  void discard(String uploadKey) {
    try {
      Files.deleteIfExists(path(uploadKey));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Once an hour: the parts whose tickets are over. */
  private void forgetOld() {
    Instant now = Instant.now();
    long last = cleaned.get();
    boolean due = last < now.minus(Duration.ofHours(1)).getEpochSecond();
    if (!due || !cleaned.compareAndSet(last, now.getEpochSecond())) {
      return;
    }
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.toList()) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(KEPT))) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
