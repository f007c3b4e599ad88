package cn.lianban.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rating as its reader may see it.
 *
 * @param ref what it is called outside: a number would tell which came after which
 * @param month first day of the month it was given in; never the moment
 * @param grade null when sealed: the month runs, or has too few for this reader
 */
public record Rating(
    long id,
    UUID ref,
    int unitId,
    LocalDate month,
    @Nullable Integer grade,
    int optionVersion,
    List<String> optionCodes,
    @Nullable String comment) {
  /** The API's id kind. */
  public static final String KIND = "Rating";

  /** What a reader below supervision sees while the month runs or has too few. */
  Rating sealed() {
    return new Rating(id, ref, unitId, month, null, optionVersion, List.of(), null);
  }
}
