package cn.lianban.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a killed first load of the demo left behind: a mark beside the data folder (written by
 * setup.LoadingMark), and a database that holds half a district and nothing else.
 */
final class HalfLoaded {
  private static final String MARK = "demo-loading";

  private HalfLoaded() {}

  /** Drops the database that the mark speaks of and makes an empty one; the mark goes last. */
  static void startOver(EmbeddedPostgres postgres, Path home) throws SQLException, IOException {
    Path mark = home.resolve(MARK);
    if (!Files.exists(mark)) {
      return;
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists lianban with (force)");
      ServerPreparation.createDatabase(statement);
    }
    // heads of an audit chain that is gone; the verifier would call the new one cut
    Files.deleteIfExists(home.resolve("audit-heads.log"));
    Files.delete(mark);
  }
}
