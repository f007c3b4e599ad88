package cn.lianban.catalog;

/**
 * One version of a power, negative or responsibility list.
 *
 * @param inForce the newest published one, which the public reads
 * @param version of the row, for optimistic locking
 */
record ListVersion(
    long id,
    long listId,
    ListKind kind,
    String title,
    int no,
    Publication state,
    boolean inForce,
    Trail trail,
    int version) {
  /** The API's id kinds. */
  static final String KIND = "ListVersion";

  static final String LIST = "PublishedList";
}
