package cn.lianban.outbox;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who would be told, and which way: the same rules as the sending itself. */
@DgsComponent
class Previews {
  private final TenantScope scope;
  private final Now now;
  private final List<Audience> audiences;
  private final Addressees addressees;
  private final Wishes wishes;
  private final Channels channels;

  Previews(
      TenantScope scope,
      Now now,
      List<Audience> audiences,
      Addressees addressees,
      Wishes wishes,
      Channels channels) {
    this.scope = scope;
    this.now = now;
    this.audiences = audiences;
    this.addressees = addressees;
    this.wishes = wishes;
    this.channels = channels;
  }

  /** The room that tells decides what the viewer may ask for; then everybody told is named. */
  @DgsQuery
  Preview noticePreview(@InputArgument String kind, @InputArgument String subjectId) {
    Set<Recipient> recipients =
        audiences.stream()
            .filter(audience -> audience.kinds().contains(kind))
            .flatMap(audience -> audience.recipients(kind, subjectId).stream())
            .collect(Collectors.toSet());
    return recipients.isEmpty()
        ? new Preview(List.of(), List.of())
        : scope.asSubject(Lanes.ACTOR, () -> preview(kind, recipients));
  }

  private Preview preview(String kind, Set<Recipient> recipients) {
    List<Recipient> staff = recipients.stream().filter(Recipient::isStaff).toList();
    Collection<Addressees.Person> people = Readers.of(staff, addressees.of(staff));
    Map<String, Wishes.PersonWish> wished =
        wishes.of(people.stream().map(one -> InboxLines.actor(one.accountId())).toList());
    Wishes.DistrictWish district = wishes.district();
    List<Reader> readers =
        people.stream()
            .map(
                one ->
                    reader(
                        one,
                        kind,
                        district,
                        wished.getOrDefault(
                            InboxLines.actor(one.accountId()), Wishes.PersonWish.DEFAULT)))
            .toList();
    return new Preview(readers, ways(kind, recipients));
  }

  private List<String> ways(String kind, Set<Recipient> recipients) {
    return recipients.contains(Recipient.channels())
        ? channels.all().stream().filter(way -> way.takes(kind)).map(Channel::name).toList()
        : List.of();
  }

  private Reader reader(
      Addressees.Person one, String kind, Wishes.DistrictWish district, Wishes.PersonWish wish) {
    if (one.away()) {
      return new Reader(one.name(), true, null, "AWAY");
    }
    String mobile = one.mobile();
    if (mobile == null || !Recipient.isMobile(mobile)) {
      return new Reader(one.name(), false, null, "NO_MOBILE");
    }
    Instant at = SmsRule.when(kind, false, district, wish, now.instant()).orElse(null);
    return new Reader(one.name(), false, at, at == null ? "NOT_WISHED" : null);
  }

  /** Everybody who would be told. */
  record Preview(List<Reader> readers, List<String> channels) {}

  /**
   * One person.
   *
   * @param why a NoSmsReason of the API
   */
  record Reader(String name, boolean away, @Nullable Instant smsAt, @Nullable String why) {}
}
