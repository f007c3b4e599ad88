package cn.lianban.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A role somebody holds, in a unit or beside the units. */
record Post(
    long id,
    long accountId,
    Role role,
    @Nullable Integer unitId,
    @Nullable Integer subDistrictId,
    LocalDate startedOn) {
  /** The API's id kind. */
  static final String KIND = "Post";
}
