package cn.lianban.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * One caller's work: his scope, found out at the first SQL, and at most one open transaction. Bound
 * to a thread by {@link TenantScope}; never shared.
 */
final class RequestWork {
  private final DataSource pool;
  private final Now now;
  private final Scope first;
  private @Nullable Function<RequestWork, Scope> resolver;
  private Scope scope;
  private @Nullable Connection connection;

  /** What the open transaction has been told; null: nothing, not even its mode. */
  private @Nullable Scope told;

  private boolean signedIn;
  private Actor.@Nullable Owed owed;
  private boolean writing;

  /** What the open change has found and will not ask for again. */
  private final Map<Object, Object> found = new HashMap<>();

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
      open();
    }
    return scope;
  }

  /** The open transaction's connection, told whose work it is; begins a read-only one. */
  Connection connection() {
    Connection open = open();
    Telling telling = untold();
    if (telling != Telling.NOTHING) {
      try (PreparedStatement statement = open.prepareStatement(telling.text())) {
        telling.bind(statement);
        statement.execute();
      } catch (SQLException failed) {
        throw new DataAccessException("cannot tell whose work it is", failed);
      }
      told();
    }
    return open;
  }

  /** As {@link #connection}, for a statement that takes {@link #untold} along. */
  Connection open() {
    if (connection == null) {
      begin(false);
    }
    return java.util.Objects.requireNonNull(connection);
  }

  /** What a statement has to take along. */
  Telling untold() {
    Scope before = told;
    if (before == null) {
      return Telling.of(!writing, scope, now.setting());
    }
    return scope.isTold(before) ? Telling.NOTHING : Telling.of(false, scope, now.setting());
  }

  /** It arrived. */
  void told() {
    told = scope;
  }

  /** Nothing has to be read any more to say who asks. */
  boolean isKnown() {
    return resolver == null;
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

  Map<Object, Object> found() {
    return found;
  }

  void begin(boolean write) {
    finish(true);
    try {
      Connection fresh = pool.getConnection();
      connection = fresh;
      writing = write;
      told = null;
      found.clear();
      fresh.setAutoCommit(false);
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
    scope = next;
  }

  /** The database is told nothing: policies look at reach and place only. */
  void actFor(@Nullable Long absent) {
    scope = scope.actingFor(absent);
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
