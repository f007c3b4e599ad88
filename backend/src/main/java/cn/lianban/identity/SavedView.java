package cn.lianban.identity;

import org.jspecify.annotations.Nullable;

/**
 * A named way of looking at a list.
 *
 * @param query the list's address after the question mark: filters, columns and their order
 */
record SavedView(
    long id,
    String list,
    String name,
    Audience audience,
    @Nullable Long accountId,
    @Nullable Role role,
    String query,
    boolean isDefault,
    int version) {
  /** The API's id kind. */
  static final String KIND = "SavedView";

  enum Audience {
    PERSON,
    ROLE,
    DISTRICT
  }
}
