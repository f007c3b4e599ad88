package cn.lianban.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

/**
 * Migrates under an advisory lock, which dies with its holder: whoever has it may clear a Liquibase
 * lock that a killed instance left behind.
 */
final class Migrations extends SpringLiquibase {
  private static final long LOCK = 0x6c69616e62616eL; // "lianban"

  @Override
  public void afterPropertiesSet() throws LiquibaseException {
    try (Connection connection = getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = 0");
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      releaseDeadLock(statement);
      super.afterPropertiesSet();
      statement.execute("select pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException failed) {
      throw new LiquibaseException(failed);
    }
  }

  private static void releaseDeadLock(Statement statement) throws SQLException {
    boolean exists;
    try (var rows = statement.executeQuery("select to_regclass('public.databasechangeloglock')")) {
      exists = rows.next() && rows.getString(1) != null;
    }
    if (exists) {
      statement.execute("delete from public.databasechangeloglock where locked");
    }
  }
}
