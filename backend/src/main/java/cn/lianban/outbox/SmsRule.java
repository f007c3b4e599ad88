package cn.lianban.outbox;

import cn.lianban.outbox.Wishes.DistrictWish;
import cn.lianban.outbox.Wishes.PersonWish;
import java.time.Instant;
import java.util.Optional;

/** Whether a person gets an SMS of a notice, and when at the earliest. */
final class SmsRule {
  /** What the sender itself has to say stays inside: its way out may be what failed. */
  static final String OWN_KINDS = "outbox.";

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
    return switch (person.sms()) {
      case NONE -> Optional.empty();
      case URGENT -> urgent ? Optional.of(at) : Optional.empty();
      case DIGEST -> Optional.of(urgent ? at : QuietHours.next(at, digest(district, person)));
      case ALL -> Optional.of(urgent ? at : quiet.earliest(at));
    };
  }

  private static java.time.LocalTime digest(DistrictWish district, PersonWish person) {
    return person.digestAt() == null ? district.digestAt() : person.digestAt();
  }
}
