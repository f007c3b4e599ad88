package cn.lianban.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first load of the demo that was killed; what was loaded whole stays. */
class HalfLoadedTest {
  private static Connection owner(EmbeddedServer server) throws SQLException {
    DatabaseAddress address = server.owner();
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private static boolean knows(EmbeddedServer server) throws SQLException {
    try (Connection connection = owner(server);
        var rows =
            connection.createStatement().executeQuery("select to_regclass('public.district')")) {
      rows.next();
      return rows.getString(1) != null;
    }
  }

  @Test
  void aDatabaseWithTheMarkBesideItIsBegunAnewAndAnyOtherIsLeftAlone(@TempDir Path folder)
      throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(folder, false);
        Connection connection = owner(server)) {
      connection.createStatement().execute("create table public.district ()");
    }
    try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
      assertThat(knows(server)).isTrue();
    }
    Path mark = Files.writeString(folder.resolve("demo-loading"), "");

    try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
      assertThat(knows(server)).isFalse();
      assertThat(mark).doesNotExist();
    }
  }
}
