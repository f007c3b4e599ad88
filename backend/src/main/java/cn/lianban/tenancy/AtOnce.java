package cn.lianban.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A whole change in one trip. Without BEGIN the server takes everything up to the driver's Sync as
 * one transaction (PostgreSQL, "Pipelining" in the extended query protocol): what tells it whose
 * work it is holds for the statement behind it, and both are committed when the answer is there.
 */
final class AtOnce {
  private AtOnce() {}

  static <T> List<T> run(
      DataSource pool, Scope scope, String moved, Question<T> change, @Nullable Object[] values) {
    Telling telling = Telling.of(false, scope, moved);
    String text = telling.text() + change.text();
    try (Connection own = pool.getConnection();
        PreparedStatement statement = own.prepareStatement(text)) {
      change.bind(statement, telling.bind(statement), scope.districtId(), values);
      statement.execute();
      telling.skip(statement);
      try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
        return change.read(rows);
      }
    } catch (SQLException failed) {
      throw new DataAccessException("SQL [" + text + "]", failed);
    }
  }
}
