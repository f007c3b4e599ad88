package cn.lianban.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A paper an applicant brings.
 *
 * @param seq from 1, unique in the version of the item; cases keep it
 * @param issuer who issues it; empty: the applicant makes it, or nobody has said
 * @param reuseDays how old the earlier paper may be, in days; null: any age
 */
public record Material(
    long id,
    int seq,
    String name,
    boolean required,
    boolean demo,
    String issuer,
    MaterialReuse reuse,
    @Nullable Integer reuseDays) {
  /** The API's id kind. */
  public static final String KIND = "Material";

  /** Asks for the same, whatever its row and place. */
  boolean sameAs(Material other) {
    return name.equals(other.name)
        && required == other.required
        && issuer.equals(other.issuer)
        && reuse == other.reuse
        && java.util.Objects.equals(reuseDays, other.reuseDays);
  }
}
