package cn.lianban.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.Reach;
import cn.lianban.testing.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SendingApiTest extends OutboxStory {
  private static final String LOG =
      "query($filter: NoticeDeliveryFilter) { noticeDeliveryCounts { waiting failed } noticeDeliveries(filter: $filter) { nodes { id recipient title state fault viewerCanRetry version attempts { outcome status } } } }";

  @Autowired Spreading spreading;
  @Autowired Claims claims;
  @Autowired Digests digests;
  @Autowired Outcomes outcomes;
  @Autowired Couriers couriers;

  private JsonNode logged(String state) {
    return signedIn(here, "admin").data(LOG, "filter", Map.of("state", state));
  }

  @Test
  void aGatewayDownForADayDelaysTheMessagesKeepsTheirOrderAndDropsOldCodes() {
    String mobile = number();
    sms.down(true);
    tell(notice("case:1", Recipient.mobile(mobile)).asUrgent());
    tell(notice("case:2", Recipient.mobile(mobile)).asUrgent());
    String other = number();
    districts.in(
        here.id(),
        () -> {
          outbox.code(other, "198.51.100.7");
          return true;
        });
    for (Instant at = MORNING; at.isBefore(MORNING.plus(Duration.ofDays(1))); ) {
      now.freeze(at);
      deliver();
      at = at.plus(Duration.ofHours(1));
    }
    sms.down(false);
    now.freeze(MORNING.plus(Duration.ofHours(25)));
    deliver();
    now.freeze(MORNING.plus(Duration.ofHours(26)));
    deliver();
    assertThat(sms.to(mobile).stream().map(TestSms.Sms::text))
        .containsExactly("【联办】内容case:1", "【联办】内容case:2");
    assertThat(sms.to(other)).isEmpty();
    JsonNode expired = logged("EXPIRED").at("/noticeDeliveries/nodes");
    assertThat(expired).hasSize(1);
    assertThat(expired.get(0).get("title").asString()).isEqualTo("验证码");
    assertThat(logged("SENT").at("/noticeDeliveries/nodes/1/attempts").size()).isGreaterThan(10);
  }

  @Test
  void whatFailsForGoodIsAnAlarmThatTheAdministratorSeesAndMayTryAgain() {
    tell(notice("case:3", Recipient.mobile(TestSms.UNKNOWN)).asUrgent());
    deliver();
    JsonNode failed = logged("FAILED");
    assertThat(failed.at("/noticeDeliveryCounts/failed").asInt()).isEqualTo(1);
    JsonNode one = failed.at("/noticeDeliveries/nodes/0");
    assertThat(one.get("recipient").asString()).isEqualTo("130****0000");
    assertThat(one.at("/attempts/0/outcome").asString()).isEqualTo("REFUSED");
    assertThat(inboxOf("admin").at("/inbox/nodes/0/kind").asString()).isEqualTo("outbox.failed");
    sms.unknown(false);
    JsonNode again =
        signedIn(here, "admin")
            .data(
                "mutation($input: NoticeDeliveryRetryInput!) { noticeDeliveryRetry(input: $input) { delivery { state } userErrors { code } } }",
                "input",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "id",
                    one.get("id").asString(),
                    "expectedVersion",
                    one.get("version").asInt()));
    assertThat(again.at("/noticeDeliveryRetry/delivery/state").asString()).isEqualTo("WAITING");
    deliver();
    assertThat(logged("SENT").at("/noticeDeliveries/nodes/0/attempts").size()).isEqualTo(3);
    assertThat(logged("FAILED").at("/noticeDeliveries/nodes")).isEmpty();
  }

  @Test
  void theAlarmOpensTheListInWhichTheMessageIs() {
    sms.down(true);
    tell(notice("case:7", Recipient.mobile(number())).asUrgent());
    deliver();
    now.freeze(MORNING.plus(Duration.ofDays(4)));
    deliver();
    sms.down(false);
    assertThat(logged("EXPIRED").at("/noticeDeliveries/nodes")).hasSize(1);
    assertThat(inboxOf("admin").at("/inbox/nodes").findValuesAsString("link"))
        .containsExactly("/deliveries?state=EXPIRED");
    tell(notice("case:8", Recipient.mobile(TestSms.UNKNOWN)).asUrgent());
    deliver();
    assertThat(inboxOf("admin").at("/inbox/nodes").findValuesAsString("link"))
        .contains("/deliveries?state=FAILED");
  }

  @Test
  void theLogIsTheAdministratorsAlone() {
    assertThat(signedIn(here, "officer@civil").errorCode(LOG)).isEqualTo("FORBIDDEN");
    assertThat(signedIn(here, "supervisor").errorCode(LOG)).isEqualTo("FORBIDDEN");
    tell(notice("case:4", Recipient.mobile(number())).asUrgent());
    deliver();
    JsonNode neighbours = signedIn(districts.fresh(), "admin").data(LOG);
    assertThat(neighbours.at("/noticeDeliveries/nodes")).isEmpty();
    assertThat(neighbours.at("/noticeDeliveryCounts/waiting").asInt()).isZero();
  }

  @Test
  void whatASenderTookWithItWhenItDiedIsSentByAnother() {
    String mobile = number();
    tell(notice("case:5", Recipient.mobile(mobile)).asUrgent());
    sms.down(true); // whoever is first, the scheduler or this test, does not get it out
    deliver();
    sms.down(false);
    now.freeze(MORNING.plus(Duration.ofHours(1)));
    List<Parcel> taken = job(() -> scope.write(() -> claims.take("SMS", 10)));
    taken.forEach(parcel -> sms.send(mobile, parcel.body(), parcel.sentAs())); // and dies
    deliver();
    int before = sms.to(mobile).size();
    now.freeze(MORNING.plus(Duration.ofHours(2)));
    deliver();
    List<UUID> ids = sms.to(mobile).stream().map(TestSms.Sms::sentAs).toList();
    assertThat(before).isEqualTo(1);
    assertThat(ids.size()).isEqualTo(taken.isEmpty() ? 1 : 2);
    assertThat(ids).containsOnly(ids.getFirst());
    assertThat(logged("SENT").at("/noticeDeliveries/nodes")).hasSize(1);
  }

  private <T> T job(java.util.function.Supplier<T> work) {
    return scope.inDistrict(here.id(), Reach.ALL, Lanes.ACTOR, work);
  }

  @Test
  void twoInstancesAtOnceSendEachMessageOnce() throws InterruptedException {
    List<String> numbers = IntStream.range(0, 60).mapToObj(i -> number()).distinct().toList();
    change(
        () -> {
          numbers.forEach(one -> outbox.tell(notice("c:" + one, Recipient.mobile(one)).asUrgent()));
          return true;
        });
    Lanes second = new Lanes(scope, now, claims, digests, outcomes, couriers);
    together(
        List.of(lanes, second),
        one -> {
          for (int i = 0; i < 5; i++) {
            rounds.inDistrict(here.id());
            one.start(here.id());
            one.settle();
          }
        });
    deliver();
    second.destroy();
    assertThat(numbers).allSatisfy(one -> assertThat(sms.to(one)).hasSize(1));
  }

  @Test
  void twoInstancesAtOnceFoldABurstIntoOneDigest() throws InterruptedException {
    String mobile = reachable("officer@civil", "ALL");
    Recipient reader = Recipient.account(account("officer@civil"));
    change(
        () -> {
          IntStream.range(0, 1_000).forEach(i -> outbox.tell(notice("burst:" + i, reader)));
          return true;
        });
    Lanes second = new Lanes(scope, now, claims, digests, outcomes, couriers);
    Lanes third = new Lanes(scope, now, claims, digests, outcomes, couriers);
    while (job(() -> scope.write(spreading::batch)) > 0) {}
    together(List.of(lanes, second, third), one -> one.start(here.id()));
    deliver();
    second.destroy();
    third.destroy();
    assertThat(sms.to(mobile)).hasSize(1);
  }

  private static void together(List<Lanes> instances, Consumer<Lanes> work)
      throws InterruptedException {
    List<Thread> threads =
        instances.stream().map(one -> Thread.ofPlatform().start(() -> work.accept(one))).toList();
    for (Thread one : threads) {
      one.join();
    }
  }

  @Test
  void aCodeConfirmsANumberOnceWithinFiveMinutesAndFiveTries() {
    String mobile = number();
    districts.in(here.id(), () -> sentCode(mobile));
    String text = sms.to(mobile).getFirst().text();
    String code = text.replaceAll("\\D*(\\d{6}).*", "$1");
    String wrong = code.equals("111111") ? "222222" : "111111";
    assertThat(confirms(mobile, wrong)).isFalse();
    assertThat(confirms(number(), code)).isFalse();
    assertThat(confirms(mobile, code)).isTrue();
    assertThat(confirms(mobile, code)).isFalse();
    assertThat(refusal(mobile)).isEqualTo("TOO_MANY");
    now.freeze(MORNING.plusSeconds(61));
    districts.in(here.id(), () -> sentCode(mobile));
    String next = sms.to(mobile).getLast().text().replaceAll("\\D*(\\d{6}).*", "$1");
    now.freeze(MORNING.plusSeconds(61 + 300));
    assertThat(confirms(mobile, next)).isFalse();
  }

  private boolean sentCode(String mobile) {
    outbox.code(mobile, "198.51.100.8");
    deliver();
    return true;
  }

  private boolean confirms(String mobile, String code) {
    return districts.in(here.id(), () -> outbox.confirms(mobile, code));
  }

  private String refusal(String mobile) {
    return districts.in(
        here.id(),
        () -> {
          try {
            outbox.code(mobile, "198.51.100.9");
            return "";
          } catch (cn.lianban.graphql.Rejected refused) {
            return refused.toUserError().code();
          }
        });
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsNoUseEither() {
    String mobile = number();
    districts.in(here.id(), () -> sentCode(mobile));
    String code = sms.to(mobile).getFirst().text().replaceAll("\\D*(\\d{6}).*", "$1");
    String wrong = code.equals("111111") ? "222222" : "111111";
    for (int i = 0; i < 5; i++) {
      assertThat(confirms(mobile, wrong)).isFalse();
    }
    assertThat(confirms(mobile, code)).isFalse();
  }
}
