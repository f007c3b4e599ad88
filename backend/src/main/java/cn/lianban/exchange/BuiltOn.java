package cn.lianban.exchange;

import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What stands on a record that should go: the database names the table that holds on to it. */
final class BuiltOn {
  private static final String SOMETHING = "其他数据";
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("casefile", "办件"),
          Map.entry("handover", "办件交接"),
          Map.entry("duty", "办理时限"),
          Map.entry("item", "事项"),
          Map.entry("item_version", "事项版本"),
          Map.entry("acceptance_point", "受理点"),
          Map.entry("post", "人员岗位"),
          Map.entry("service_point", "服务点"));

  private BuiltOn() {}

  static String words(DataAccessException refused) {
    return NAMES.getOrDefault(table(refused.getCause(PSQLException.class)), SOMETHING);
  }

  private static String table(@Nullable PSQLException cause) {
    ServerErrorMessage told = cause == null ? null : cause.getServerErrorMessage();
    String table = told == null ? null : told.getTable();
    return table == null ? "" : table;
  }
}
