package cn.lianban.outbox;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.outbox.Tables.PENDING;
import static cn.lianban.db.outbox.Tables.PREFERENCE;

import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the stories about messages have in common. The test context's scheduler sends as well. */
abstract class OutboxStory extends ApiTestBase {
  static final String INBOX =
      "{ inboxUnread inbox(first: 50) { nodes { id title kind count read urgent link } } }";

  /** Monday, 10 o'clock in the morning. */
  static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

  @Autowired Outbox outbox;
  @Autowired OutboxRound rounds;
  @Autowired Lanes lanes;
  @Autowired TestSms sms;
  @Autowired TenantScope scope;
  TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(MORNING);
  }

  @AfterEach
  void theGatewayIsUp() {
    sms.down(false);
    sms.unknown(true);
  }

  /** A number that no other test uses. */
  static String number() {
    return "139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
  }

  <T> T change(Supplier<T> work) {
    return districts.in(here.id(), () -> scope.write(work));
  }

  void tell(Notice notice) {
    change(
        () -> {
          outbox.tell(notice);
          return true;
        });
  }

  static Notice notice(String subject, Recipient... to) {
    return Notice.of("test.told", subject, Set.of(to), "标题" + subject, "内容" + subject)
        .at("/cases/abc");
  }

  /** Until nothing is due in the district. */
  void deliver() {
    for (int i = 0; i < 200 && due() > 0; i++) {
      rounds.inDistrict(here.id());
      lanes.settle();
      if (due() > 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }
    lanes.settle();
  }

  private int due() {
    return districts.in(
        here.id(),
        () ->
            sql.fetchCount(
                PENDING, PENDING.DISTRICT_ID.eq(here.id()), PENDING.DUE_AT.le(now.instant())));
  }

  JsonNode inboxOf(String person) {
    return signedIn(here, person).data(INBOX);
  }

  int unreadOf(String person) {
    return inboxOf(person).get("inboxUnread").asInt();
  }

  long account(String person) {
    return districts.in(
        here.id(),
        () ->
            sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.DISTRICT_ID.eq(here.id()))
                .and(ACCOUNT.LOGIN_NAME.eq(here.loginOf(person)))
                .fetchSingle()
                .value1());
  }

  /** Gives a person a number and the wish to be told everything. */
  String reachable(String person, String wish) {
    String mobile = number();
    long id = account(person);
    change(
        () ->
            sql.update(ACCOUNT)
                .set(ACCOUNT.MOBILE, mobile)
                .where(ACCOUNT.DISTRICT_ID.eq(here.id()), ACCOUNT.ID.eq(id))
                .execute());
    scope.inDistrict(
        here.id(),
        Reach.ALL,
        "account:" + id,
        () ->
            scope.write(
                () ->
                    sql.insertInto(PREFERENCE)
                        .set(PREFERENCE.DISTRICT_ID, here.id())
                        .set(PREFERENCE.ACTOR, "account:" + id)
                        .set(PREFERENCE.SMS, wish)
                        .execute()));
    return mobile;
  }
}
