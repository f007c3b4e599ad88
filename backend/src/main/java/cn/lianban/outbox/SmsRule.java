package cn.lianban.outbox;

import cn.lianban.outbox.Wishes.DistrictWish;
import cn.lianban.outbox.Wishes.PersonWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a person gets an SMS of a notice, and when at the earliest. */
final class SmsRule {
  /** What the sender itself has to say stays inside: its way out may be what failed. */
  static final String OWN_KINDS = "outbox.";

  /**
   * Clocks turn, and what nobody answered climbs, at midnight: urgent enough for an SMS, not enough
   * to wake anybody.
   */
  private static final List<String> AT_MIDNIGHT = List.of("clock.", "alert.");

  private SmsRule() {}

  static Optional<Instant> when(
      String kind, boolean urgent, DistrictWish district, PersonWish person, Instant at) {
    if (!district.smsOn()
        || kind.startsWith(OWN_KINDS)
        || district.smsOff().contains(kind)
        || person.muted().contains(kind)) {
      return Optional.empty();
    }
    QuietHours quiet = person.quiet() == null ? district.quiet() : person.quiet();
    Instant soon = AT_MIDNIGHT.stream().anyMatch(kind::startsWith) ? quiet.earliest(at) : at;
    return switch (person.sms()) {
      case NONE -> Optional.empty();
      case URGENT -> urgent ? Optional.of(soon) : Optional.empty();
      case DIGEST -> Optional.of(urgent ? soon : QuietHours.next(at, digest(district, person)));
      case ALL -> Optional.of(urgent ? soon : quiet.earliest(at));
    };
  }

  private static java.time.LocalTime digest(DistrictWish district, PersonWish person) {
    return person.digestAt() == null ? district.digestAt() : person.digestAt();
  }
}
