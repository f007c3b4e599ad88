package cn.lianban.audit;

import org.jspecify.annotations.Nullable;

/**
 * What people call a record, or somebody, whom the trail keeps as kind and number.
 *
 * @param name null: it has none of its own
 * @param id the API's, where the caller may open it
 * @param unit of a person: where he works; the name
 * @param role of a person: a name of identity's roles
 * @param partner not a person but another organisation's system
 */
public record Named(
    @Nullable String name,
    @Nullable String id,
    @Nullable String unit,
    @Nullable String role,
    boolean partner) {
  public static Named record(@Nullable String name, @Nullable String id) {
    return new Named(name, id, null, null, false);
  }
}
