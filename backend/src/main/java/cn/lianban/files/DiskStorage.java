package cn.lianban.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files in a folder. Written beside their place, forced to the disk, then renamed, then the folder
 * forced: after a power cut a file is whole or not there.
 */
final class DiskStorage implements Storage {
  private static final String UNFINISHED = ".part";
  private final Path home;

  DiskStorage(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  @Override
  public String kind() {
    return "DISK";
  }

  @Override
  public void put(String key, Path file, byte[] sha256) throws IOException {
    Path place = place(key);
    Path folder = java.util.Objects.requireNonNull(place.getParent());
    Files.createDirectories(folder);
    if (Files.exists(place)) {
      throw new FileAlreadyExistsException(key);
    }
    Path beside = folder.resolve(place.getFileName() + UNFINISHED);
    Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
    force(beside, StandardOpenOption.WRITE);
    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    force(folder, StandardOpenOption.READ);
    for (Path above = folder; !above.equals(home); above = above.getParent()) {
      force(java.util.Objects.requireNonNull(above.getParent()), StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    return Files.newInputStream(place(key));
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(place(key));
  }

  @Override
  public void list(Consumer<Kept> each) throws IOException {
    if (!Files.isDirectory(home)) {
      return;
    }
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        each.accept(new Kept(home.relativize(file).toString(), changed));
      }
    }
  }

  private Path place(String key) {
    Path place = home.resolve(key).normalize();
    if (!place.startsWith(home) || place.equals(home)) {
      throw new IllegalArgumentException("a key outside the storage");
    }
    return place;
  }
}
