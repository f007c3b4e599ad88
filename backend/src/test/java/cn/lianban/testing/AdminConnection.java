package cn.lianban.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database as its administrator sees it: to plant faults, never to serve a request. */
public final class AdminConnection {
  private AdminConnection() {}

  /** Of the embedded server by its secrets file, of another one by DATABASE_ADMIN_URL. */
  public static Connection open(HikariDataSource pool) throws SQLException, IOException {
    String url = System.getenv("DATABASE_ADMIN_URL");
    if (url != null && !url.isBlank()) {
      String[] who = URI.create(url).getUserInfo().split(":", 2);
      return DriverManager.getConnection(pool.getJdbcUrl(), who[0], who[1]);
    }
    String secret = Files.readAllLines(Path.of("target/test-data/secrets")).getFirst();
    return DriverManager.getConnection(pool.getJdbcUrl(), "postgres", secret);
  }
}
