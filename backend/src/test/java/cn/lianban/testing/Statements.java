package cn.lianban.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * Counts the statements that a piece of work sends; begin, settings and commit are not among them.
 */
public final class Statements {
  private Statements() {}

  public static int during(DSLContext sql, Runnable work) {
    AtomicInteger sent = new AtomicInteger();
    var before = sql.configuration().executeListenerProviders();
    sql.configuration()
        .set(
            new DefaultExecuteListenerProvider(
                ExecuteListener.onExecuteEnd((ExecuteContext done) -> sent.incrementAndGet())));
    try {
      work.run();
    } finally {
      sql.configuration().set(before);
    }
    return sent.get();
  }
}
