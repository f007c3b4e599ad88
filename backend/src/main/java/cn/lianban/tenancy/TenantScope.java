package cn.lianban.tenancy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The scope of the current thread's work and its transactions. Without one no SQL is possible; a
 * scope never outlives its binding.
 */
@Component
public class TenantScope {
  private static final ScopedValue<RequestWork> WORK = ScopedValue.newInstance();
  private final DataSource pool;
  private final Now now;

  TenantScope(DataSource pool, Now now) {
    this.pool = pool;
    this.now = now;
  }

  /** Who is asking, and where. Reads the account at the first call of a request. */
  public Scope current() {
    return work().scope();
  }

  /** The district, for the predicate that every query carries beside its policy. */
  public int district() {
    return current().districtId();
  }

  /**
   * Runs a change in a read-write transaction (READ COMMITTED) and commits it; an exception rolls
   * back. Inside another one it joins. A read-only transaction that is open is ended first.
   */
  public <T> T write(Supplier<T> change) {
    RequestWork work = work();
    if (work.isWriting()) {
      return change.get();
    }
    work.begin(true);
    boolean done = false;
    try {
      T result = change.get();
      done = true;
      return result;
    } finally {
      work.finish(done);
    }
  }

  /**
   * A change that is one statement: begun, told whose work it is and committed in its own trip.
   * What several statements belong to is {@link #write}; never inside of one.
   *
   * @param values as in {@link Question#ask}
   */
  public <T> List<T> writeAtOnce(Question<T> change, @Nullable Object... values) {
    RequestWork work = work();
    if (work.isWriting()) {
      throw new IllegalStateException("a change is open");
    }
    if (!work.isKnown()) {
      return write(() -> change.ask(values));
    }
    work.finish(true);
    return AtOnce.run(pool, work.scope(), now.setting(), change, values);
  }

  /** As {@link #write(Supplier)}, for changes that answer nothing. */
  public void write(Runnable change) {
    write(
        () -> {
          change.run();
          return true;
        });
  }

  /**
   * Finds a thing once in the open change and answers the same from then on; outside of one it asks
   * each time. For what cannot change before the commit: locked, or known to stay.
   */
  @SuppressWarnings("unchecked") // a key stands for one type
  public <T> T once(Object key, Supplier<T> find) {
    RequestWork work = work();
    if (!work.isWriting()) {
      return find.get();
    }
    Object known = work.found().get(key);
    if (known == null) {
      known = find.get();
      work.found().put(key, known);
    }
    return (T) known;
  }

  /** What {@link #once} found under the key is asked for again. */
  public void forget(Object key) {
    work().found().remove(key);
  }

  /**
   * For bulk work, every some hundred rows. The server plans a statement once for a connection,
   * those that check foreign keys too; what it planned while a table was small goes on reading all
   * of it when it has grown, until somebody analyses it.
   */
  public void planAnew() {
    try (Statement statement = work().connection().createStatement()) {
      statement.execute("discard plans");
    } catch (SQLException failed) {
      throw new DataAccessException("cannot plan anew", failed);
    }
  }

  /**
   * After a token, or number and password, has been checked: reach ALL for the rest of this
   * transaction, as that subject. What such a use case answers has types of its own.
   */
  public <T> T asSubject(String actor, Supplier<T> answer) {
    RequestWork work = work();
    Scope before = work.scope();
    work.change(before.as(Reach.ALL, actor));
    try {
      return answer.get();
    } finally {
      work.change(before);
    }
  }

  /**
   * Notes that the rest of this request is done for somebody absent: the audit trail tells.
   *
   * @param absent null: for the caller himself
   */
  public void actFor(@Nullable Long absent) {
    work().actFor(absent);
  }

  /** Names the caller before his secret is checked: idempotency keys are looked up by him. */
  public void callAs(String actor) {
    RequestWork work = work();
    work.change(work.scope().withActor(actor));
  }

  /**
   * Work in other scopes from inside a request that reads: its own transaction is ended first, so
   * that it never holds two connections.
   */
  public <T> T apart(Supplier<T> other) {
    RequestWork work = work();
    if (work.isWriting()) {
      throw new IllegalStateException("a change is open");
    }
    work.finish(true);
    return other.get();
  }

  /**
   * Work of a job or an import inside one district. Inside a request's work only {@link #apart}.
   */
  public <T> T inDistrict(int districtId, Reach reach, String actor, Supplier<T> job) {
    return run(new Scope(districtId, null, null, reach, Set.of(), actor), null, job::get);
  }

  /** Work of a job that stands in no district: SCAN, or PLATFORM in district 0. */
  public <T> T onPlatform(Reach reach, String actor, Supplier<T> job) {
    int district = reach == Reach.PLATFORM ? 0 : Scope.NO_DISTRICT;
    return run(new Scope(district, null, null, reach, Set.of(), actor), null, job::get);
  }

  <T> T run(Scope first, @Nullable Function<RequestWork, Scope> resolver, Callable<T> request) {
    RequestWork work = new RequestWork(pool, now, first, resolver);
    try {
      return ScopedValue.where(WORK, work).call(() -> callAndFinish(work, request));
    } catch (RuntimeException passedOn) {
      throw passedOn;
    } catch (Exception checked) {
      throw new WrappedException(checked);
    }
  }

  private static <T> T callAndFinish(RequestWork work, Callable<T> request) throws Exception {
    boolean done = false;
    try {
      T result = request.call();
      done = true;
      return result;
    } finally {
      work.finish(done);
    }
  }

  RequestWork work() {
    if (!WORK.isBound()) {
      throw new IllegalStateException("no scope: SQL outside a request or a job");
    }
    return WORK.get();
  }

  boolean isBound() {
    return WORK.isBound();
  }

  /** Carries a checked exception through the scope's boundary. */
  static final class WrappedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrappedException(Exception cause) {
      super(cause);
    }
  }
}
