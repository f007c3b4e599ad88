package planted.cases;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: JDBC beside the scope. */
class StatementWriter {
  void write(Connection connection) throws SQLException {
    connection.createStatement().execute("select 1");
  }
}
