package cn.lianban.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.TestDistrict;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two connections and many districts: whatever a piece of work does, the connection it gives back
 * knows no district, and the next one sees its own rows.
 */
@Tag("postgres15")
class PoolLeakApiTest extends ApiTestBase {
  private static final int CONNECTIONS = 2;
  private static final String NAMES = "select string_agg(code, ',') from tenancy.district";
  private static final String SETTINGS =
      "select concat(current_setting('app.district', true), current_setting('app.sub_district', true),"
          + " current_setting('app.reach', true), current_setting('app.actor', true))";

  @Autowired HikariDataSource shared;
  private HikariDataSource pool;
  private TenantScope scope;
  private static TestDistrict one;
  private static TestDistrict two;

  @BeforeEach
  void aPoolOfTwo() {
    pool = new HikariDataSource();
    pool.setJdbcUrl(shared.getJdbcUrl());
    pool.setUsername(shared.getUsername());
    pool.setPassword(shared.getPassword());
    pool.setMaximumPoolSize(CONNECTIONS);
    scope = new TenantScope(pool, now);
    if (one == null) { // read only, so one pair serves all
      one = districts.fresh();
      two = districts.fresh();
    }
  }

  @AfterEach
  void closed() {
    pool.close();
  }

  @Test
  void readingAndWritingDistrictsInTurnEachSeeOnlyTheirOwn() throws SQLException {
    for (int round = 0; round < 10; round++) {
      for (TestDistrict district : List.of(one, two)) {
        assertThat(in(district, () -> ask(NAMES))).isEqualTo(district.code());
        assertThat(in(district, () -> scope.write(() -> ask(NAMES)))).isEqualTo(district.code());
        assertThat(leaks()).isEmpty();
      }
    }
  }

  @Test
  void aFailingRequestLeavesNothingBehind() throws SQLException {
    for (boolean writing : new boolean[] {false, true}) {
      assertThatThrownBy(() -> in(one, work(writing, () -> fail("use case failed"))))
          .hasMessage("use case failed");
      assertClean();
    }
  }

  @Test
  void anAbortedTransactionLeavesNothingBehind() throws SQLException {
    for (boolean writing : new boolean[] {false, true}) {
      assertThatThrownBy(() -> in(one, work(writing, () -> ask("select 1/0"))))
          .hasMessageContaining("division by zero");
      assertClean();
    }
  }

  @Test
  void anAbortedTransactionThatNobodyNoticedLeavesNothingBehind() throws SQLException {
    in(one, () -> ignoring(() -> ask("select 1/0")));
    assertClean();
  }

  @Test
  void aStatementThatRunsIntoItsTimeLimitLeavesNothingBehind() throws SQLException {
    for (boolean writing : new boolean[] {false, true}) {
      assertThatThrownBy(
              () ->
                  in(
                      one,
                      work(
                          writing,
                          () -> {
                            run("set local statement_timeout = '20ms'");
                            return ask("select pg_sleep(30)::text");
                          })))
          .hasMessageContaining("statement timeout");
      assertClean();
    }
  }

  @Test
  void aConnectionThatDiesIsReplaced() throws SQLException {
    assertThatThrownBy(
            () -> in(one, () -> ask("select pg_terminate_backend(pg_backend_pid())::text")))
        .isInstanceOf(RuntimeException.class);
    assertClean();
  }

  @Test
  void aSubjectsWiderReachEndsWithItsTransaction() throws SQLException {
    in(
        one,
        () ->
            scope.write(
                () ->
                    scope.asSubject(
                        "token:abc", () -> ask("select current_setting('app.actor')"))));
    assertClean();
  }

  @Test
  void manyThreadsOnTwoConnectionsNeverSeeEachOthersRows() throws SQLException {
    List<Callable<List<String>>> all = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      TestDistrict district = thread % 2 == 0 ? one : two;
      all.add(() -> strangers(district));
    }

    assertThat(AtOneMoment.all(all)).allSatisfy(seen -> assertThat(seen).isEmpty());
    assertThat(leaks()).isEmpty();
  }

  /** 30 pieces of work, every third of which fails; answers what was not the district's own. */
  private List<String> strangers(TestDistrict district) {
    List<String> strangers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      boolean failing = i % 3 == 0;
      String codes = in(district, () -> failing ? ignoring(() -> ask("select 1/0")) : ask(NAMES));
      if (!failing && !district.code().equals(codes)) {
        strangers.add(String.valueOf(codes));
      }
    }
    return strangers;
  }

  /** The control: what the assertions above would see if the scope were set by plain SET. */
  @Test
  void aScopeSetByPlainSetIsSeenToLeak() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(plainSet(one));
      connection.commit();
      connection.setAutoCommit(true);
    }
    assertThat(leaks()).containsExactlyInAnyOrder(one.id() + "ALL", one.code());

    try (Connection connection = pool.getConnection()) {
      connection.createStatement().execute("reset all");
    }
  }

  private static String plainSet(TestDistrict district) {
    return "SET app.district = '" + district.id() + "'; SET app.reach = 'ALL'";
  }

  private void assertClean() throws SQLException {
    assertThat(leaks()).isEmpty();
    assertThat(in(two, () -> ask(NAMES))).isEqualTo(two.code());
    assertThat(leaks()).isEmpty();
  }

  /** Takes every connection of the pool at once: settings that still say something, rows seen. */
  private List<String> leaks() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    List<String> leaks = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        taken.add(pool.getConnection());
      }
      for (Connection connection : taken) {
        leaks.addAll(
            Catalogue.column(connection, SETTINGS).stream().filter(s -> !s.isEmpty()).toList());
        leaks.addAll(Catalogue.column(connection, "select code from tenancy.district"));
        if (!connection.getAutoCommit() || connection.isReadOnly()) {
          leaks.add("a transaction is still open");
        }
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    return leaks;
  }

  private <T> T in(TestDistrict district, Supplier<T> work) {
    return scope.inDistrict(district.id(), Reach.ALL, "job:leak", work);
  }

  private Supplier<String> work(boolean writing, Supplier<String> inner) {
    return writing ? () -> scope.write(inner) : inner;
  }

  private static String fail(String words) {
    throw new IllegalStateException(words);
  }

  private static String ignoring(Supplier<String> work) {
    try {
      return work.get();
    } catch (RuntimeException ignored) {
      return "failed";
    }
  }

  private String ask(String sql) {
    try {
      return Catalogue.column(scope.work().connection(), sql).getFirst();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed.getMessage(), failed);
    }
  }

  private void run(String sql) {
    try (Statement statement = scope.work().connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
