package cn.lianban.outbox;

import cn.lianban.api.types.NoticePreferenceSetInput;
import cn.lianban.api.types.NoticeSettingSetInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wishes and settings in the API. */
@DgsComponent
class WishFetcher {
  private final TenantScope scope;
  private final Wishes wishes;
  private final WishDesk desk;
  private final Administrator administrator;
  private final Addressees addressees;
  private final SmsGateway gateway;

  WishFetcher(
      TenantScope scope,
      Wishes wishes,
      WishDesk desk,
      Administrator administrator,
      Addressees addressees,
      SmsGateway gateway) {
    this.scope = scope;
    this.wishes = wishes;
    this.desk = desk;
    this.administrator = administrator;
    this.addressees = addressees;
    this.gateway = gateway;
  }

  @DgsQuery
  Preference noticePreference() {
    String actor = scope.current().actor();
    Wishes.PersonWish wish =
        wishes.of(List.of(actor)).getOrDefault(actor, Wishes.PersonWish.DEFAULT);
    Recipient me = new Recipient(actor);
    String mobile =
        addressees.of(Set.of(me)).getOrDefault(me, List.of()).stream()
            .filter(person -> InboxLines.actor(person.accountId()).equals(actor))
            .map(Addressees.Person::mobile)
            .filter(number -> number != null && Recipient.isMobile(number))
            .map(Secrecy::masked)
            .findFirst()
            .orElse(null);
    QuietHours quiet = wish.quiet();
    return new Preference(
        wish.sms(),
        wish.muted().stream().sorted().toList(),
        quiet == null ? null : quiet.from().toString(),
        quiet == null ? null : quiet.to().toString(),
        wish.digestAt() == null ? null : wish.digestAt().toString(),
        mobile,
        wish.version());
  }

  @DgsQuery
  Setting noticeSetting() {
    administrator.require();
    Wishes.DistrictWish wish = wishes.district();
    return new Setting(
        wish.smsOn(),
        gateway != SmsGateway.NONE,
        wish.quiet().from().toString(),
        wish.quiet().to().toString(),
        wish.digestAt().toString(),
        wish.smsOff().stream().sorted().toList(),
        wish.version());
  }

  @DgsMutation
  Map<String, @Nullable Object> noticePreferenceSet(@InputArgument NoticePreferenceSetInput input) {
    return Refusals.payload(
        () -> {
          desk.prefer(wish(input), input.getExpectedVersion(), input.getIdempotencyKey(), input);
          return Map.of("preference", noticePreference(), "userErrors", List.of());
        },
        WishFetcher::refused);
  }

  private static Map<String, @Nullable Object> refused(List<UserError> errors) {
    return Map.of("userErrors", errors);
  }

  private static Wishes.PersonWish wish(NoticePreferenceSetInput input) {
    String from = input.getQuietFrom();
    String to = input.getQuietTo();
    String digest = input.getDigestAt();
    return new Wishes.PersonWish(
        Wishes.PersonWish.Sms.valueOf(input.getSms().name()),
        Set.copyOf(input.getMuted()),
        from == null || to == null
            ? null
            : new QuietHours(
                Administrator.time(from, "quietFrom"), Administrator.time(to, "quietTo")),
        digest == null ? null : Administrator.time(digest, "digestAt"),
        input.getExpectedVersion());
  }

  @DgsMutation
  Map<String, @Nullable Object> noticeSettingSet(@InputArgument NoticeSettingSetInput input) {
    return Refusals.payload(
        () -> {
          desk.set(wish(input), input.getExpectedVersion(), input.getIdempotencyKey(), input);
          return Map.of("setting", noticeSetting(), "userErrors", List.of());
        },
        WishFetcher::refused);
  }

  private Wishes.DistrictWish wish(NoticeSettingSetInput input) {
    administrator.require();
    return new Wishes.DistrictWish(
        input.getSmsOn(),
        new QuietHours(
            Administrator.time(input.getQuietFrom(), "quietFrom"),
            Administrator.time(input.getQuietTo(), "quietTo")),
        Administrator.time(input.getDigestAt(), "digestAt"),
        Set.copyOf(input.getSmsOff()),
        input.getExpectedVersion());
  }

  /** What a person wishes, times as text. */
  record Preference(
      Wishes.PersonWish.Sms sms,
      List<String> muted,
      @Nullable String quietFrom,
      @Nullable String quietTo,
      @Nullable String digestAt,
      @Nullable String mobile,
      int version) {}

  /** What a district sets, times as text. */
  record Setting(
      boolean smsOn,
      boolean smsGateway,
      String quietFrom,
      String quietTo,
      String digestAt,
      List<String> smsOff,
      int version) {}
}
