package cn.lianban.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The embedded PostgreSQL: its data folder is kept between runs, passwords are scram, and a
 * postmaster that a killed service left behind is stopped before the folder is used again.
 */
final class EmbeddedServer implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final FileChannel lock;
  private final ServerSecrets secrets;

  private EmbeddedServer(EmbeddedPostgres postgres, FileChannel lock, ServerSecrets secrets) {
    this.postgres = postgres;
    this.lock = lock;
    this.secrets = secrets;
  }

  /**
   * @throws IllegalStateException when another live service holds the folder
   */
  static EmbeddedServer start(Path folder, boolean durable) throws IOException, SQLException {
    Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
    FileChannel lock = lock(home);
    LeftoverPostmaster.stop(home.resolve("pg"));
    boolean first = !Files.exists(home.resolve("pg/PG_VERSION"));
    ServerSecrets secrets = ServerSecrets.in(home);
    EmbeddedPostgres postgres = configure(home, secrets, durable).start();
    EmbeddedServer server = new EmbeddedServer(postgres, lock, secrets);
    if (first || !Files.exists(home.resolve("pg/.prepared"))) {
      ServerPreparation.prepare(postgres, secrets, home.resolve("pg"));
    }
    HalfLoaded.startOver(postgres, home);
    return server;
  }

  private static EmbeddedPostgres.Builder configure(
      Path home, ServerSecrets secrets, boolean durable) {
    String waits = durable ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(home.resolve("pg"))
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("encoding", "UTF8")
        .setConnectConfig("password", secrets.superuser())
        .setServerConfig("fsync", waits)
        .setServerConfig("synchronous_commit", waits)
        .setServerConfig("full_page_writes", waits)
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_connections", "100")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = channel.tryLock();
    if (held == null) {
      channel.close();
      throw new IllegalStateException(
          "another Lianban runs on " + home + ": stop it, or set lianban.database.directory");
    }
    return channel;
  }

  DatabaseAddress app() {
    return address("lianban_app", secrets.app());
  }

  DatabaseAddress owner() {
    return address("lianban_owner", secrets.owner());
  }

  private DatabaseAddress address(String role, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/lianban", role, password);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    lock.close();
  }
}
