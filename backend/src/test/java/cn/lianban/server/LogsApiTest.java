package cn.lianban.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a failed statement leaves in the log: the constraint's name, nobody's values. */
class LogsApiTest extends ApiTestBase {
  private static final String TWICE =
      "insert into machinery.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
          + " values ('log', '王小明', now(), false, 1), ('log', '王小明', now(), false, 1)";

  @Autowired HikariDataSource pool;

  @Test
  void aViolatedKeyIsToldWithoutItsValues() throws Exception {
    try (Connection service = pool.getConnection();
        Connection plain = AdminConnection.open(pool)) {
      assertThat(failure(service)).contains("scheduled_tasks_pkey").doesNotContain("王小明");
      assertThat(failure(plain)).contains("王小明"); // the driver's default, so the test can fail
    }
  }

  private static String failure(Connection connection) {
    return String.valueOf(
        catchThrowable(() -> connection.createStatement().executeUpdate(TWICE)).getMessage());
  }
}
