package cn.lianban.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Several questions in one round trip to the database: of a small answer the trips are the price.
 * Add the questions, {@link #go}, then take the answers.
 */
public final class Round {
  private final TenantScope scope;
  private final List<Asked<?>> asked = new ArrayList<>();

  public Round(TenantScope scope) {
    this.scope = scope;
  }

  /** The answer may be taken after {@link #go}. Values as in {@link Question#ask}. */
  public <T> Supplier<List<T>> add(Question<T> question, @Nullable Object... values) {
    Asked<T> one = new Asked<>(question, values);
    asked.add(one);
    return () -> Objects.requireNonNull(one.rows, "not asked yet");
  }

  /** As {@link #add}, for one question about many ids, answered by key. */
  public <K, T> Supplier<Map<K, T>> add(
      Question<T> question, Collection<K> ids, Function<T, K> key, K[] none) {
    Supplier<List<T>> rows = add(question, (Object) ids.toArray(none));
    return () ->
        rows.get().stream()
            .collect(Collectors.toMap(key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
  }

  /** Asks in the caller's transaction, in the order added. */
  public void go() {
    if (asked.isEmpty()) {
      return;
    }
    int district = scope.district();
    RequestWork work = scope.work();
    Connection open = work.open();
    Telling telling = work.untold();
    String text = telling.text() + text();
    try (PreparedStatement statement = open.prepareStatement(text)) {
      int from = telling.bind(statement);
      for (Asked<?> one : asked) {
        from = one.question.bind(statement, from, district, one.values);
      }
      statement.execute();
      work.told();
      telling.skip(statement);
      for (Asked<?> one : asked) {
        one.take(statement);
        statement.getMoreResults();
      }
    } catch (SQLException failed) {
      throw new DataAccessException("SQL [" + text + "]", failed);
    }
  }

  private String text() {
    return asked.size() == 1
        ? asked.getFirst().question.text()
        : asked.stream().map(one -> one.question.text()).collect(Collectors.joining("; "));
  }

  /** A question with its values, and its answer later. */
  private static final class Asked<T> {
    private final Question<T> question;
    private final @Nullable Object[] values;
    private @Nullable List<T> rows;

    Asked(Question<T> question, @Nullable Object[] values) {
      this.question = question;
      this.values = values;
    }

    void take(PreparedStatement statement) throws SQLException {
      try (ResultSet result = Objects.requireNonNull(statement.getResultSet())) {
        rows = question.read(result);
      }
    }
  }
}
