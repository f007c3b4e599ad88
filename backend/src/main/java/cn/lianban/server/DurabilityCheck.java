package cn.lianban.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;

/** Acknowledged means durable: no start on a server that answers before the disk has the write. */
final class DurabilityCheck implements InitializingBean {
  private static final String[] SETTINGS = {"fsync", "synchronous_commit", "full_page_writes"};
  private final DataSource dataSource;
  private final boolean required;

  DurabilityCheck(DataSource dataSource, boolean required) {
    this.dataSource = dataSource;
    this.required = required;
  }

  @Override
  public void afterPropertiesSet() throws SQLException {
    if (!required) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        try (var rows = statement.executeQuery("show " + setting)) {
          if (rows.next() && rows.getString(1).equals("off")) {
            throw new IllegalStateException(
                "PostgreSQL runs with " + setting + "=off: acknowledged writes could be lost");
          }
        }
      }
    }
  }
}
