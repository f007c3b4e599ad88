package cn.lianban.exchange;

import java.sql.SQLException;
import java.util.Set;

/** Faults of the database that go by: the same work is right a moment later. */
final class Passing {
  /** Serialization, deadlock, a lock that was not free. */
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

  /** Connection lost, out of resources (a full disk), shut down or starting. */
  private static final Set<String> CLASSES = Set.of("08", "53");

  private static final String SHUT_DOWN = "57P";

  private Passing() {}

  static boolean is(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException told && passes(told.getSQLState())) {
        return true;
      }
      if (cause instanceof java.sql.SQLTransientException) {
        return true; // no connection in time
      }
    }
    return false;
  }

  private static boolean passes(@org.jspecify.annotations.Nullable String state) {
    return state != null
        && (STATES.contains(state)
            || CLASSES.contains(state.substring(0, Math.min(2, state.length())))
            || state.startsWith(SHUT_DOWN));
  }
}
