package cn.lianban.catalog;

/**
 * One version of an item: a draft on its way, or what the item says from a day on.
 *
 * @param no from 1, unique in the item; a number given up is not used again
 * @param version of the row, for optimistic locking
 */
record ItemVersion(
    long id,
    long itemId,
    int unitId,
    int no,
    Publication state,
    boolean inForce,
    ItemContent content,
    Trail trail,
    int version) {
  /** The API's id kind. */
  static final String KIND = "ItemVersion";
}
