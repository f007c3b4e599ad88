package cn.lianban.cases;

import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Seat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does a step.
 *
 * @param unitId the unit he acts for
 * @param accountId null for jobs and imports
 * @param forAccountId the absent person he stands in for, null: nobody
 */
record By(int unitId, @Nullable Long accountId, @Nullable Long forAccountId) {
  /** A job or an import. */
  By(int unitId, @Nullable Long accountId) {
    this(unitId, accountId, null);
  }

  /** The caller in one of his posts in a unit. */
  static By caller(Posts posts, Seat seat) {
    return new By(Objects.requireNonNull(seat.unitId()), posts.requireAccount(), seat.forAccount());
  }

  /** In whose hands the work is afterwards: who stands in works for the absent person. */
  @Nullable Long worker() {
    return forAccountId != null ? forAccountId : accountId;
  }
}
