package cn.lianban.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * One caller's work: his scope, found out at the first SQL, and at most one open transaction. Bound
 * to a thread by {@link TenantScope}; never shared.
 */
final class RequestWork {
  private static final String READING =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ";
  private final DataSource pool;
  private final Now now;
  private final Scope first;
  private @Nullable Function<RequestWork, Scope> resolver;
  private Scope scope;
  private @Nullable Connection connection;
  private boolean signedIn;
  private Actor.@Nullable Owed owed;
  private boolean writing;

  /**
   * @param first the scope to begin with; of a signed-in account reach ALL, until the resolver has
   *     read who he is
   */
  RequestWork(
      DataSource pool, Now now, Scope first, @Nullable Function<RequestWork, Scope> resolver) {
    this.pool = pool;
    this.now = now;
    this.first = first;
    this.scope = first;
    this.resolver = resolver;
    this.signedIn = resolver != null;
  }

  /** The scope once the caller is known. Begins a read-only transaction when that needs reading. */
  Scope scope() {
    if (resolver != null) {
      connection();
    }
    return scope;
  }

  /** The open transaction's connection; begins a read-only one when there is none. */
  Connection connection() {
    if (connection == null) {
      begin(false);
    }
    return java.util.Objects.requireNonNull(connection);
  }

  /** A session came with the request; who it is may still have to be read. */
  boolean isSignedIn() {
    return signedIn;
  }

  /** The session that came has been ended: whoever asks is nobody. */
  void signOut() {
    signedIn = false;
  }

  /** What the account must do before anything else; null: nothing. */
  void restrict(Actor.@Nullable Owed first) {
    owed = first;
  }

  Actor.@Nullable Owed owed() {
    return owed;
  }

  boolean isWriting() {
    return connection != null && writing;
  }

  void begin(boolean write) {
    finish(true);
    try {
      Connection fresh = pool.getConnection();
      connection = fresh;
      writing = write;
      fresh.setAutoCommit(false);
      execute((write ? "" : READING) + scope.settings() + now.setting());
    } catch (SQLException failed) {
      finish(false);
      throw new DataAccessException("cannot begin", failed);
    }
    resolve();
  }

  private void resolve() {
    Function<RequestWork, Scope> pending = resolver;
    if (pending != null) {
      resolver = null;
      try {
        change(pending.apply(this));
      } catch (RuntimeException failed) {
        resolver = pending;
        scope = first;
        throw failed;
      }
    }
  }

  /** Changes the scope for the rest of the open transaction and all later ones. */
  void change(Scope next) {
    String changed = next.settingsAfter(scope);
    scope = next;
    if (connection != null && !changed.isEmpty()) {
      try {
        execute(changed);
      } catch (SQLException failed) {
        throw new DataAccessException("cannot change scope", failed);
      }
    }
  }

  /** The database is told nothing: policies look at reach and place only. */
  void actFor(@Nullable Long absent) {
    scope = scope.actingFor(absent);
  }

  /** Back to an earlier scope; a transaction that is broken by now is told nothing more. */
  void restore(Scope before) {
    String changed = before.settingsAfter(scope);
    scope = before;
    if (connection != null && !changed.isEmpty()) {
      try {
        execute(changed);
      } catch (SQLException broken) {
        // the transaction is aborted and will roll back; the next one begins with the old scope
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = java.util.Objects.requireNonNull(connection).createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends the open transaction, if any, and gives the connection back clean. */
  void finish(boolean commit) {
    Connection open = connection;
    if (open == null) {
      return;
    }
    connection = null;
    boolean wrote = writing;
    writing = false;
    try (open) {
      if (commit) {
        open.commit();
      } else {
        open.rollback();
      }
      open.setAutoCommit(true);
    } catch (SQLException failed) {
      if (commit && wrote) {
        throw new DataAccessException("cannot commit", failed);
      }
    }
  }
}
