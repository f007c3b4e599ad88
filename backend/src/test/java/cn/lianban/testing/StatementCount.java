package cn.lianban.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.stereotype.Component;

/** Counts the statements that touch a schema, on every thread; for tests of a constant number. */
@Component
public class StatementCount {
  private final DSLContext sql;

  StatementCount(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param schema name of the room whose statements count
   */
  public int during(String schema, Runnable work) {
    AtomicInteger count = new AtomicInteger();
    ExecuteListenerProvider[] before = sql.configuration().executeListenerProviders();
    sql.configuration().set(new DefaultExecuteListenerProvider(new Counting(schema, count)));
    try {
      work.run();
    } finally {
      sql.configuration().set(before);
    }
    return count.get();
  }

  private record Counting(String schema, AtomicInteger count) implements ExecuteListener {
    @Override
    public void executeStart(ExecuteContext context) {
      if (String.valueOf(context.sql()).contains('"' + schema + '"')) {
        count.incrementAndGet();
      }
    }
  }
}
