package cn.lianban.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.stereotype.Component;

/**
 * What the districts of earlier classes left to be done later. A test that moves the time to next
 * year would let the jobs do all of it: each test's hundred clocks turn red, each tells somebody.
 */
@Component
public class Leftovers {
  private static final String[] WAITING = {
    "clock.rung", "supervision.look", "supervision.sweep", "outbox.pending"
  };

  /** Jobs that visit every district find those of the class alone; the last one's id goes on. */
  private static final String DISTRICTS =
      """
      delete from tenancy.district_code
      where district_id < (select max(district_id) from tenancy.district_code)\
      """;

  private final HikariDataSource pool;
  private Connection admin; // kept: a sign-in by password is slow by design

  Leftovers(HikariDataSource pool) {
    this.pool = pool;
  }

  /** What a job holds at this moment it may finish. */
  void putToRest() throws SQLException, IOException {
    if (admin == null || !admin.isValid(1)) {
      admin = AdminConnection.open(pool);
    }
    try (Statement statement = admin.createStatement()) {
      for (String table : WAITING) {
        statement.addBatch(
            "delete from %s where ctid in (select ctid from %s for update skip locked)"
                .formatted(table, table));
      }
      statement.addBatch(DISTRICTS);
      statement.executeBatch();
    }
  }
}
