package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit owes by a date, as read at one moment.
 *
 * @param assigneeId the account that has it in hand, null: whoever of the unit takes it
 * @param light at the moment of reading
 * @param statutoryBudget the legal limit in budgetUnit, null without one
 * @param extendedBy days or hours added to both limits
 * @param consumedWhenStopped running time up to the last stop; exact once the duty is closed
 * @param dueOn the last day; null while paused
 * @param darkAt as dueAt, of the statutory limit
 * @param dueAt day units: the start of the day after dueOn; HOURS: the instant; null while paused
 */
public record Duty(
    long id,
    String kind,
    String subjectKind,
    long subjectId,
    @Nullable Long itemId,
    int ownerUnitId,
    @Nullable Long assigneeId,
    String label,
    Light light,
    int budget,
    BudgetUnit budgetUnit,
    @Nullable Integer statutoryBudget,
    int extendedBy,
    int consumedWhenStopped,
    LocalDate startedOn,
    Instant startedAt,
    @Nullable LocalDate dueOn,
    @Nullable Instant dueAt,
    @Nullable Instant yellowAt,
    boolean provisional,
    @Nullable Instant closedAt,
    @Nullable Light closedLight,
    @Nullable Instant darkAt,
    @Nullable DutyMark mark,
    int version) {
  /** The API's id kind. */
  public static final String KIND = "Duty";

  /** Open and standing still. */
  public boolean paused() {
    return light == Light.PAUSED;
  }

  static Duty of(DutyRecord row, Instant now) {
    Instant closedAt = row.getClosedAt();
    String closedLight = row.getClosedLight();
    return new Duty(
        row.getId() == null ? 0 : row.getId(),
        row.getKind(),
        row.getSubjectKind(),
        row.getSubjectId(),
        row.getItemId(),
        row.getOwnerUnitId(),
        row.getAssigneeId(),
        row.getLabel(),
        closedAt != null
            ? Light.CLOSED
            : Dates.light(now, row.getDueAt(), row.getYellowAt(), row.getDarkAt()),
        row.getBudget(),
        BudgetUnit.valueOf(row.getBudgetUnit()),
        row.getStatutoryBudget(),
        row.getExtendedBy(),
        row.getConsumed(),
        row.getStartedOn(),
        row.getStartedAt(),
        row.getDueOn(),
        row.getDueAt(),
        row.getYellowAt(),
        row.getProvisional() != null && row.getProvisional(),
        closedAt,
        closedLight == null ? null : Light.valueOf(closedLight),
        row.getDarkAt(),
        row.getMark() == null ? null : DutyMark.valueOf(row.getMark()),
        row.getVersion() == null ? 0 : row.getVersion());
  }

  /** The arithmetic of this clock with all its suspensions. */
  Reckoning reckoning(List<SuspensionRecord> suspensions, LocalRules rules) {
    Terms terms =
        new Terms(
            new Budget(budget + extendedBy, budgetUnit),
            statutoryBudget == null ? null : statutoryBudget + extendedBy,
            startedAt,
            rules.zone(),
            rules.rules(itemId, startedOn));
    List<Pause> pauses =
        suspensions.stream().map(s -> new Pause(s.getFromAt(), s.getToAt(), s.getBasis())).toList();
    return Reckoning.of(terms, rules.calendar(), pauses);
  }
}
