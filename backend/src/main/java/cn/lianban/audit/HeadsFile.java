package cn.lianban.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Appends heads to a file, one line each, and waits for the disk. Each instance writes its own file
 * (the sealer runs on one at a time); the verifier takes several.
 */
@Component
final class HeadsFile implements HeadsOutside {
  private final Path file;

  HeadsFile(@Value("${lianban.audit.heads}") Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public synchronized void publish(Collection<Head> heads) {
    String lines = heads.stream().map(Head::line).collect(Collectors.joining("\n", "", "\n"));
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
