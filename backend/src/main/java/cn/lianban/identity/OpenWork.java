package cn.lianban.identity;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open work that people and units hold. Identity asks; the room that keeps the duties, which is a
 * later one, answers. Everything joins the caller's transaction and is audited by the caller.
 */
public interface OpenWork {
  /** How much is open there, as far as the caller's reach shows. */
  int count(Holding held);

  /** How much each of these people has in his hands; nothing: missing. One statement. */
  Map<Long, Integer> byPerson(Collection<Long> accounts);

  /**
   * Hands everything open over.
   *
   * @param to a unit, or a person with the unit he takes it in
   * @param reason stands in every clock's story, told to staff
   * @return how much was handed over
   * @throws cn.lianban.graphql.Rejected NOT_IN_UNIT at toAccountId when the person does not work
   *     where the work lies, TOO_MANY
   */
  int handOver(Holding from, Holding to, String reason);

  /**
   * In whose hands: a person's (in one unit, or wherever when the unit is null), or a unit's.
   *
   * @param accountId null: the whole unit's, whoever of it has it
   */
  record Holding(@Nullable Long accountId, @Nullable Integer unitId) {}
}
