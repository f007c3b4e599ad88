package cn.lianban.tenancy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Small changes of one kind, of many callers: those of one district that wait while others are
 * being written go together, in one statement and one commit ("group commit"). Nobody waits for
 * company: with a lane free a change is written at once, by its own thread. Eight ratings together
 * cost a third of eight alone (measured).
 *
 * @param <I> a change
 * @param <O> what its caller is told
 */
public final class GroupCommit<I, O> {
  private final int most;
  private final Function<List<I>, List<O>> writing;
  private final Deque<Waiting<I, O>> queue = new ArrayDeque<>();
  private int free;

  /**
   * @param lanes how many statements are under way at most
   * @param most changes in one statement
   * @param writing writes changes of the caller's district in a transaction and answers in their
   *     order; runs in the scope of one of the callers
   */
  public GroupCommit(int lanes, int most, Function<List<I>, List<O>> writing) {
    this.free = lanes;
    this.most = most;
    this.writing = writing;
  }

  /**
   * Returns after the commit. If changes together are refused, each is written alone and its caller
   * meets what concerns him.
   *
   * @param district the caller's; his scope is as wide as that of everybody who calls
   */
  public O write(int district, I change) {
    Waiting<I, O> mine = new Waiting<>(district, change);
    if (!enter(mine)) {
      mine.await();
    }
    if (mine.state == State.LEADS) {
      lead(mine);
    }
    O answer = mine.answer;
    return answer == null ? writing.apply(List.of(change)).getFirst() : answer;
  }

  synchronized int waiting() {
    return queue.size();
  }

  private void lead(Waiting<I, O> first) {
    List<Waiting<I, O>> together = together(first);
    List<O> answers = List.of();
    try {
      answers = writing.apply(together.stream().map(one -> one.change).toList());
    } catch (RuntimeException refused) {
      if (together.size() == 1) {
        throw refused;
      }
    } finally {
      pass();
      for (int i = 0; i < together.size(); i++) {
        together.get(i).wake(State.DONE, answers.isEmpty() ? null : answers.get(i));
      }
    }
  }

  /** True: a lane is free and now the caller's. */
  private synchronized boolean enter(Waiting<I, O> mine) {
    if (free > 0) {
      free--;
      mine.state = State.LEADS;
      return true;
    }
    queue.add(mine);
    return false;
  }

  /** With everybody of the same district who waits. */
  private synchronized List<Waiting<I, O>> together(Waiting<I, O> first) {
    List<Waiting<I, O>> found = new ArrayList<>(List.of(first));
    Iterator<Waiting<I, O>> rest = queue.iterator();
    while (found.size() < most && rest.hasNext()) {
      Waiting<I, O> next = rest.next();
      if (next.district == first.district) {
        rest.remove();
        found.add(next);
      }
    }
    return found;
  }

  /** The lane goes to the one who has waited longest. */
  private synchronized void pass() {
    Waiting<I, O> next = queue.poll();
    if (next == null) {
      free++;
    } else {
      next.wake(State.LEADS, null);
    }
  }

  private enum State {
    WAITS,
    LEADS,
    DONE
  }

  private static final class Waiting<I, O> {
    private final int district;
    private final I change;
    private final Thread thread = Thread.currentThread();
    private @Nullable O answer;
    private volatile State state = State.WAITS;

    Waiting(int district, I change) {
      this.district = district;
      this.change = change;
    }

    void await() {
      boolean interrupted = false;
      while (state == State.WAITS) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        thread.interrupt();
      }
    }

    void wake(State next, @Nullable O told) {
      answer = told;
      state = next;
      LockSupport.unpark(thread);
    }
  }
}
