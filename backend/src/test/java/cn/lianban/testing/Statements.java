package cn.lianban.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * The statements that requests send while a piece of work runs, for tests of a constant number.
 * Begin, settings and commit are not among them; nor is what the sealer and the rungs do meanwhile
 * on threads of their own.
 */
public final class Statements {
  private static final String REQUEST_THREAD = "tomcat-handler";

  private Statements() {}

  public static int during(DSLContext sql, Runnable work) {
    return texts(sql, work).size();
  }

  /**
   * @param schema name of the room whose statements count
   */
  public static int during(DSLContext sql, String schema, Runnable work) {
    return (int)
        texts(sql, work).stream().filter(text -> text.contains('"' + schema + '"')).count();
  }

  public static List<String> texts(DSLContext sql, Runnable work) {
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    var before = sql.configuration().executeListenerProviders();
    sql.configuration()
        .set(
            new DefaultExecuteListenerProvider(
                ExecuteListener.onExecuteStart(
                    (ExecuteContext statement) -> {
                      if (Thread.currentThread().getName().startsWith(REQUEST_THREAD)) {
                        sent.add(String.valueOf(statement.sql()));
                      }
                    })));
    try {
      work.run();
    } finally {
      sql.configuration().set(before);
    }
    return List.copyOf(sent);
  }
}
