package cn.lianban.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for one district goes together, and nobody suffers from his company. */
@Timeout(30)
class GroupCommitTest {
  private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final GroupCommit<String, String> commit = new GroupCommit<>(1, 3, this::write);

  @AfterEach
  void end() {
    go.countDown();
    callers.close();
  }

  /** The first of all is held up, so that the others have to wait. */
  private List<String> write(List<String> together) {
    written.add(List.copyOf(together));
    if (together.contains("holds")) {
      first.countDown();
      await(go);
    }
    if (together.contains("bad")) {
      throw new IllegalArgumentException("bad");
    }
    return together.stream().map(String::toUpperCase).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Future<String> call(int district, String change) throws InterruptedException {
    int before = commit.waiting();
    Future<String> answer = callers.submit(() -> commit.write(district, change));
    while (commit.waiting() == before) {
      Thread.sleep(1);
    }
    return answer;
  }

  private void holdTheLane() throws InterruptedException {
    callers.submit(() -> commit.write(1, "holds"));
    first.await();
  }

  @Test
  void aloneIsWrittenAtOnce() {
    assertThat(commit.write(1, "a")).isEqualTo("A");
    assertThat(written).containsExactly(List.of("a"));
  }

  @Test
  void whoWaitsForOneDistrictGoesTogetherUpToTheMostAndInTheOrderOfArrival() throws Exception {
    holdTheLane();
    List<Future<String>> answers = new ArrayList<>();
    for (String change : List.of("a", "b", "c", "d")) {
      answers.add(call(1, change));
    }
    go.countDown();
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isIn("A", "B", "C", "D");
    }
    assertThat(answers.getLast().get()).isEqualTo("D");
    assertThat(written).containsExactly(List.of("holds"), List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void anotherDistrictsChangesAreNeverInTheSameStatement() throws Exception {
    holdTheLane();
    Future<String> here = call(1, "a");
    Future<String> there = call(2, "b");
    Future<String> hereToo = call(1, "c");
    go.countDown();
    assertThat(List.of(here.get(), there.get(), hereToo.get())).containsExactly("A", "B", "C");
    assertThat(written).containsExactly(List.of("holds"), List.of("a", "c"), List.of("b"));
  }

  @Test
  void oneThatIsRefusedMeetsItsRefusalAndTheOthersAreWritten() throws Exception {
    holdTheLane();
    Future<String> good = call(1, "good");
    Future<String> bad = call(1, "bad");
    go.countDown();
    assertThat(good.get()).isEqualTo("GOOD");
    assertThatThrownBy(bad::get).hasRootCauseMessage("bad");
    assertThat(written).contains(List.of("good", "bad"), List.of("good"), List.of("bad"));
  }

  @Test
  void aRefusalGivesTheLaneOn() {
    assertThatThrownBy(() -> commit.write(1, "bad")).hasMessage("bad");
    assertThat(commit.write(1, "a")).isEqualTo("A");
  }

  @Test
  void nothingOfManyCallersIsLostOrWrittenTwice() throws Exception {
    GroupCommit<Integer, Integer> many = new GroupCommit<>(2, 8, changes -> List.copyOf(changes));
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      int change = i;
      answers.add(callers.submit(() -> many.write(change % 3, change)));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get()).isEqualTo(i);
    }
    assertThat(many.waiting()).isZero();
  }
}
