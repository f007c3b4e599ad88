package cn.lianban.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people are served: a hall, a window in it, a village station.
 *
 * @param unitId who runs it
 * @param subDistrictId where it lies; null: anywhere in the district
 * @param closedOn the first day on which it is closed for good
 */
public record ServicePoint(
    long id,
    Kind kind,
    String name,
    int unitId,
    @Nullable Long parentId,
    @Nullable Integer subDistrictId,
    String address,
    String phone,
    boolean enterprise,
    List<Hours> openingHours,
    @Nullable LocalDate closedOn,
    int version) {
  /** The API's id kind. */
  public static final String KIND = "ServicePoint";

  /** What it is. */
  public enum Kind {
    HALL,
    WINDOW,
    STATION
  }

  /**
   * @param weekday 1 = Monday
   * @param opens as 09:00
   */
  public record Hours(int weekday, String opens, String closes) {}
}
