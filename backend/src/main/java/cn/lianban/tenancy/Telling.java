package cn.lianban.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the database has to be told before a statement, in the statement's own trip: the mode of a
 * new transaction and whose work it is. The text is the same for everybody, so that a server keeps
 * it prepared together with the statement behind it; who it is are bound values.
 *
 * @param text ends in "; ", or is empty when all has been told
 * @param results how many results come before the statement's own
 */
record Telling(String text, String[] values, int results) {
  static final Telling NOTHING = new Telling("", new String[0], 0);
  private static final String READING =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ";
  private static final String SETTINGS =
      "SELECT set_config('app.district', ?, true), set_config('app.sub_district', ?, true),"
          + " set_config('app.reach', ?, true), set_config('app.actor', ?, true)";

  /**
   * @param read the transaction is new and only reads
   * @param moved the moment for {@code app.now}; empty: the database's own time holds
   */
  static Telling of(boolean read, Scope scope, String moved) {
    String[] own = scope.settings();
    String[] all = own;
    if (!moved.isEmpty()) {
      all = java.util.Arrays.copyOf(own, own.length + 1);
      all[own.length] = moved;
    }
    String text =
        (read ? READING : "")
            + SETTINGS
            + (moved.isEmpty() ? "; " : ", set_config('app.now', ?, true); ");
    return new Telling(text, all, read ? 2 : 1);
  }

  /** Binds its values and answers the place of the next one. */
  int bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    return values.length + 1;
  }

  /** Goes on to the first result that is not its own. */
  void skip(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < results; i++) {
      statement.getMoreResults();
    }
  }
}
