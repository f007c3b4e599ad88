package cn.lianban.organisation;

/**
 * A room that has something of a unit to hand on when the unit is merged or split; each room
 * answers for its own tables. Called in the transaction of the change under reach ALL: what it
 * throws takes the whole change back.
 */
public interface Heir {
  Estate.Part part();

  /** How much of it would go over now. */
  int count(Succession succession);

  /**
   * Hands it on: nothing is lost, closed records stay with the unit that closed them.
   *
   * @return how much went over
   */
  int handOn(Succession succession);
}
