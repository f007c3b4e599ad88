package cn.lianban.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import cn.lianban.tenancy.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.slf4j.LoggerFactory;

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
    Logger questions = (Logger) LoggerFactory.getLogger(Question.class);
    AppenderBase<ILoggingEvent> asked = asked(sent);
    questions.addAppender(asked);
    questions.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      questions.setLevel(null);
      questions.detachAppender(asked);
      sql.configuration().set(before);
    }
    return List.copyOf(sent);
  }

  /** A {@link Question} does not pass through jOOQ; it tells its text at DEBUG. */
  private static AppenderBase<ILoggingEvent> asked(List<String> sent) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (event.getThreadName().startsWith(REQUEST_THREAD)) {
              sent.add(event.getFormattedMessage());
            }
          }
        };
    appender.start();
    return appender;
  }
}
