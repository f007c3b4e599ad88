package cn.lianban.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Where bytes lie: named once, never changed, durable when {@link #put} has returned. */
interface Storage {
  /** {@code DISK} or {@code S3}, for the screen. */
  String kind();

  /**
   * Keeps a complete local file under a new key; the local file stays.
   *
   * @param key lower-case letters, digits, {@code / -}
   * @param sha256 of the content
   */
  void put(String key, Path file, byte[] sha256) throws IOException;

  /**
   * @throws java.nio.file.NoSuchFileException nothing lies under the key
   */
  InputStream open(String key) throws IOException;

  /** Takes the bytes away; nothing happens when there are none. */
  void delete(String key) throws IOException;

  /** Every key with the time of its last change. */
  void list(Consumer<Kept> each) throws IOException;

  /** One thing kept. */
  record Kept(String key, Instant changedAt) {}
}
