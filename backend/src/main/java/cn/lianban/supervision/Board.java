package cn.lianban.supervision;

import cn.lianban.clock.Light;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one moment, each with what it means and what it covers.
 *
 * @param units those whose work it shows
 */
record Board(
    Instant asOf,
    List<FigureNote> notes,
    List<UnitDuties> duties,
    Set<Integer> units,
    List<SatisfactionCell> satisfaction) {

  /**
   * @param coverage which share of the district's work the figure contains
   * @param coverageEn the same for the English screens
   */
  record FigureNote(
      String figure, String definition, String definitionEn, String coverage, String coverageEn) {}

  /** Opens {@code duties(filter: {unitId, kind, light})}. */
  record UnitDuties(Unit unit, String kind, Light light, int count) {}

  /**
   * Opens {@code ratings(filter: {unitId, month})}.
   *
   * @param satisfied grades 3 to 5; null where the viewer does not see grades
   * @param decided cases decided in the month
   */
  record SatisfactionCell(
      Unit unit, LocalDate month, @Nullable Integer satisfied, int rated, int decided) {
    /** Per mille; null without ratings. */
    public @Nullable Integer satisfactionRate() {
      return satisfied == null ? null : perMille(satisfied, rated);
    }

    /** Per mille of the decided; null when nothing was decided. */
    public @Nullable Integer activeRate() {
      return perMille(rated, decided);
    }

    private static @Nullable Integer perMille(int part, int whole) {
      return whole == 0 ? null : (int) ((part * 2000L + whole) / (whole * 2L));
    }
  }
}
