package cn.lianban.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who people are; implemented by identity, asked under reach ALL of the district. */
public interface Addressees {
  /**
   * The people behind recipients, today's deputies of absent ones among them; who is disabled is
   * nobody. A person may come several times. A fixed number of statements.
   */
  Map<Recipient, List<Person>> of(Collection<Recipient> recipients);

  /**
   * @param mobile where an SMS reaches him; null: he left none
   * @param away absent today with a deputy: it waits in his inbox, nothing is sent to him
   */
  record Person(long accountId, String name, @Nullable String mobile, boolean away) {}
}
