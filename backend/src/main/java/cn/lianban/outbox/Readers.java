package cn.lianban.outbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Each person once, however many recipients he is behind. */
final class Readers {
  private static final BinaryOperator<Addressees.Person> PRESENT =
      (one, other) -> one.away() ? other : one;

  private Readers() {}

  /** In two units, or both himself and somebody's deputy: one reader, present if anywhere. */
  static Collection<Addressees.Person> of(
      Collection<Recipient> recipients, Map<Recipient, List<Addressees.Person>> people) {
    Map<Long, Addressees.Person> readers = new LinkedHashMap<>();
    for (Recipient recipient : recipients) {
      people
          .getOrDefault(recipient, List.of())
          .forEach(person -> readers.merge(person.accountId(), person, PRESENT));
    }
    return readers.values();
  }
}
