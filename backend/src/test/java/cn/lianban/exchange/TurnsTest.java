package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class TurnsTest {
  private static final int A = 1;
  private static final int B = 2;
  private final Turns turns = new Turns();

  @BeforeEach
  void open() {
    turns.open();
  }

  private static Pending.Entry entry(int district, long id, Pending.Work work) {
    return new Pending.Entry(district, id, work, id, 7);
  }

  private static Pending.Entry file(int district, long id) {
    return entry(district, id, Pending.Work.IMPORT);
  }

  @Test
  void aDistrictHasOneWorkerAtATimeForWhatComesInAndOneForWhatGoesOut() {
    Pending.Entry list = entry(A, 13, Pending.Work.EXPORT);
    List<Pending.Entry> waiting = List.of(file(A, 11), file(A, 12), list, file(B, 14));

    Pending.Entry first = turns.take(Pending.Work.IMPORT, waiting);
    assertThat(first).isEqualTo(file(A, 11));
    assertThat(turns.take(Pending.Work.IMPORT, waiting)).isEqualTo(file(B, 14));
    assertThat(turns.take(Pending.Work.IMPORT, waiting)).isNull();
    assertThat(turns.take(Pending.Work.EXPORT, waiting)).isEqualTo(list);

    turns.giveBack(file(A, 11), true);
    assertThat(turns.take(Pending.Work.IMPORT, waiting.subList(1, 4))).isEqualTo(file(A, 12));
  }

  @Test
  void whoWasServedLongestAgoIsNextWhateverCameFirst() {
    List<Pending.Entry> waiting = List.of(file(A, 11), file(A, 12), file(B, 13));
    List<Long> served = new java.util.ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Pending.Entry next = turns.take(Pending.Work.IMPORT, waiting);
      assertThat(next).isNotNull();
      served.add(next.id());
      turns.giveBack(next, false);
    }
    assertThat(served).containsExactly(11L, 12L, 13L, 11L, 12L, 13L);
  }

  @Test
  void nobodyGoesHomeWhileOneWorksAndNothingIsTakenAfterwards() {
    List<Pending.Entry> waiting = List.of(file(A, 11), entry(B, 12, Pending.Work.EXPORT));
    turns.take(Pending.Work.EXPORT, waiting);
    turns.close();
    assertThat(turns.isOpen()).isTrue();
    assertThat(turns.take(Pending.Work.IMPORT, waiting)).isEqualTo(file(A, 11));

    turns.giveBack(file(A, 11), true);
    turns.giveBack(waiting.getLast(), true);
    turns.close();
    assertThat(turns.isOpen()).isFalse();
    assertThat(turns.take(Pending.Work.IMPORT, waiting)).isNull();
  }
}
