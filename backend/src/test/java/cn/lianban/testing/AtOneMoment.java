package cn.lianban.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Calls made at one moment, each on a thread of its own. */
public final class AtOneMoment {
  private AtOneMoment() {}

  /** The same call so many times. */
  public static <T> List<T> all(int times, Callable<T> call) {
    return all(Collections.nCopies(times, call));
  }

  /** Their answers in the order of the calls; one that throws fails the test. */
  public static <T> List<T> all(List<Callable<T>> calls) {
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      List<T> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
