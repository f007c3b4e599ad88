package cn.lianban.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * First start of the embedded server: roles, passwords, the database, and scram instead of trust.
 */
final class ServerPreparation {
  private static final String HBA =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private ServerPreparation() {}

  static void prepare(EmbeddedPostgres postgres, ServerSecrets secrets, Path dataFolder)
      throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(rolesScript());
      statement.execute("alter role postgres password '" + secrets.superuser() + "'");
      statement.execute("alter role lianban_owner password '" + secrets.owner() + "'");
      statement.execute("alter role lianban_app password '" + secrets.app() + "'");
      if (!exists(statement)) {
        createDatabase(statement);
      }
      Files.writeString(dataFolder.resolve("pg_hba.conf"), HBA);
      statement.execute("select pg_reload_conf()");
    }
    Files.writeString(dataFolder.resolve(".prepared"), "");
  }

  static void createDatabase(Statement statement) throws SQLException {
    statement.execute("create database lianban owner lianban_owner");
    statement.execute("revoke all on database lianban from public");
    statement.execute("grant connect on database lianban to lianban_app, lianban_backup");
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery("select from pg_database where datname = 'lianban'")) {
      return rows.next();
    }
  }

  private static String rolesScript() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(ServerPreparation.class.getResourceAsStream("/db/roles.sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
