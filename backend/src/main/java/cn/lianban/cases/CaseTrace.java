package cn.lianban.cases;

import cn.lianban.clock.Duty;
import cn.lianban.clock.Standstills.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that supervision may look at in a case: what happened when, without the applicant's data.
 *
 * @param isOwn entered here, not on another platform whose times are what they are
 * @param cancelledOn from that day on the item was cancelled
 * @param cancelDocument the document that says so
 * @param dutyId the decision's clock
 * @param duties every clock of the case
 * @param stops suspensions of the decision and of the acceptance
 * @param refusals earlier refusals of the same applicant on the same item, oldest first
 */
public record CaseTrace(
    CaseFile file,
    boolean isOwn,
    @Nullable LocalDate cancelledOn,
    @Nullable String cancelDocument,
    List<Happening> events,
    List<Handed> handovers,
    List<Asked> supplements,
    List<String> materials,
    @Nullable Green green,
    List<Duty> duties,
    List<Stop> stops,
    List<Refusal> refusals) {

  public Optional<Duty> decision() {
    return duties.stream()
        .filter(duty -> file.dutyId() != null && duty.id() == file.dutyId())
        .findFirst();
  }

  /**
   * A line of the history.
   *
   * @param kind a word of the API's CaseEventKind
   * @param recordedAt when it was written; null for lines of an imported history
   */
  public record Happening(
      Instant at,
      @Nullable Instant recordedAt,
      String kind,
      @Nullable Integer unitId,
      @Nullable Long accountId) {}

  /** A hand-over; open while neither signed nor returned. */
  public record Handed(
      boolean up,
      int fromUnitId,
      int toUnitId,
      Instant sentAt,
      @Nullable Instant signedAt,
      @Nullable Instant returnedAt) {}

  /** A notice of what is missing. */
  public record Asked(Instant toldAt, List<String> missing) {}

  /**
   * @param granted null: not answered
   */
  public record Green(Instant askedAt, @Nullable Boolean granted) {}

  /** An earlier case that was refused. */
  public record Refusal(String number, Instant at, String reason) {}
}
