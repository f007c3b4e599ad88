package cn.lianban.outbox;

import static cn.lianban.db.identity.Tables.ABSENCE;
import static cn.lianban.db.identity.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TellingApiTest extends OutboxStory {

  @Test
  void everybodyOfTheUnitHasOneLineAndNobodyElse() {
    TestDistrict neighbour = districts.fresh();
    Recipient unit = Recipient.unit(here.unit("civil"));
    tell(notice("case:1", unit, Recipient.account(account("officer@civil"))));
    deliver();
    assertThat(unreadOf("officer@civil")).isEqualTo(1);
    assertThat(unreadOf("head@civil")).isEqualTo(1);
    assertThat(unreadOf("officer@transport")).isZero();
    assertThat(unreadOf("supervisor")).isZero();
    assertThat(signedIn(neighbour, "officer@civil").data(INBOX).get("inboxUnread").asInt())
        .isZero();
  }

  @Test
  void everyKindHasItsNameInBothLanguages() {
    JsonNode kinds =
        signedIn(here, "officer@civil")
            .data("{ noticeKinds { code words wordsEn } }")
            .get("noticeKinds");
    assertThat(kinds.findValuesAsString("words")).contains("待签收办件", "办件临期", "预警");
    assertThat(kinds.findValuesAsString("wordsEn"))
        .contains("Case to sign for", "Case due soon", "Alert")
        .allMatch(words -> words.matches("[A-Z][A-Za-z -]+"));
    tell(notice("case:1", Recipient.unit(here.unit("civil"))));
    deliver();
    JsonNode line =
        signedIn(here, "officer@civil").data("{ inbox(first: 50) { nodes { kindWordsEn } } }");
    assertThat(line.findValuesAsString("kindWordsEn"))
        .containsExactly("test.told"); // nobody named it
  }

  @Test
  void aRoleInAUnitIsThatRoleAlone() {
    tell(notice("case:2", Recipient.unit(here.unit("civil"), "DEPARTMENT_HEAD")));
    deliver();
    assertThat(unreadOf("head@civil")).isEqualTo(1);
    assertThat(unreadOf("officer@civil")).isZero();
  }

  @Test
  void whatIsRolledBackWasNeverTold() {
    assertThatThrownBy(
            () ->
                change(
                    () -> {
                      outbox.tell(notice("case:3", Recipient.unit(here.unit("civil"))));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    tell(notice("case:4", Recipient.unit(here.unit("civil"))));
    deliver();
    JsonNode lines = inboxOf("officer@civil").at("/inbox/nodes");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("title").asString()).isEqualTo("标题case:4");
  }

  @Test
  void theSameKeyTwiceIsOneMessage() {
    tell(notice("case:5", Recipient.unit(here.unit("civil"))));
    tell(notice("case:5", Recipient.unit(here.unit("civil"))));
    deliver();
    tell(notice("case:5", Recipient.unit(here.unit("civil"))));
    deliver();
    assertThat(unreadOf("officer@civil")).isEqualTo(1);
  }

  @Test
  void theDeputyIsToldAndTheAbsentOneFindsItWhenHeComesBack() {
    String away = reachable("officer@civil", "ALL");
    String deputy = reachable("officer@transport", "ALL");
    long absent = account("officer@civil");
    long standIn = account("officer@transport");
    change(
        () ->
            sql.insertInto(ABSENCE)
                .set(ABSENCE.DISTRICT_ID, here.id())
                .set(ABSENCE.ACCOUNT_ID, absent)
                .set(ABSENCE.DEPUTY_ID, standIn)
                .set(ABSENCE.KIND, "LEAVE")
                .set(ABSENCE.FROM_ON, now.today())
                .set(ABSENCE.TO_ON, now.today())
                .set(ABSENCE.RECORDED_AT, now.instant())
                .execute());
    tell(notice("case:6", Recipient.account(absent)));
    deliver();
    assertThat(unreadOf("officer@transport")).isEqualTo(1);
    assertThat(unreadOf("officer@civil")).isEqualTo(1);
    assertThat(sms.to(deputy)).hasSize(1);
    assertThat(sms.to(away)).isEmpty();
  }

  @Test
  void aDisabledAccountIsToldNothing() {
    String mobile = reachable("officer@civil", "ALL");
    long id = account("officer@civil");
    disable(id, now.instant());
    tell(notice("case:7", Recipient.unit(here.unit("civil"))).asUrgent());
    deliver();
    disable(id, null);
    assertThat(unreadOf("officer@civil")).isZero();
    assertThat(unreadOf("head@civil")).isEqualTo(1);
    assertThat(sms.to(mobile)).isEmpty();
  }

  private void disable(long id, Instant at) {
    change(
        () ->
            sql.update(ACCOUNT)
                .set(ACCOUNT.DISABLED_AT, at)
                .where(ACCOUNT.DISTRICT_ID.eq(here.id()), ACCOUNT.ID.eq(id))
                .execute());
  }

  @Test
  void fiveHundredInOneMorningAreOneSmsAndSixLines() {
    String mobile = reachable("officer@civil", "ALL");
    change(
        () -> {
          IntStream.range(0, 500)
              .forEach(i -> outbox.tell(notice("alert:" + i, Recipient.unit(here.unit("civil")))));
          return true;
        });
    deliver();
    JsonNode lines = inboxOf("officer@civil").at("/inbox/nodes");
    assertThat(lines).hasSize(6);
    assertThat(lines.valueStream().mapToInt(line -> line.get("count").asInt()).sum())
        .isEqualTo(500);
    assertThat(sms.to(mobile)).hasSize(1);
    assertThat(sms.to(mobile).getFirst().text()).contains("您有500条新提醒");
  }

  @Test
  void anInboxLeavesAsAFileForItsOwnerAlone() {
    tell(notice("case:20", Recipient.unit(here.unit("civil"), "DEPARTMENT_HEAD")));
    tell(notice("case:21", Recipient.unit(here.unit("civil"), "DEPARTMENT_HEAD")).asUrgent());
    deliver();
    assertThat(file("head@civil", "").lines().skip(1))
        .containsExactly(
            "test.told,标题case:21 内容case:21,UNREAD", "test.told,标题case:20 内容case:20,UNREAD");
    assertThat(file("head@civil", "&filter.show=unread").lines()).hasSize(3);
    assertThat(file("head@civil", "&filter.show=read").lines()).hasSize(1);
    assertThat(file("head@civil", "&filter.kind=digest").lines()).hasSize(1);
    assertThat(file("officer@civil", "").lines()).hasSize(1);
  }

  private String file(String person, String filter) {
    String list = "/export/lists/inbox-lines?format=CSV&columns=kind,message,state" + filter;
    return new String(signedIn(here, person).download(list).body(), StandardCharsets.UTF_8);
  }

  @Test
  void quietHoursAcrossMidnightHoldBackWhatCanWait() {
    String mobile = reachable("officer@civil", "ALL");
    now.freeze(Instant.parse("2026-11-23T15:30:00Z")); // 23:30
    tell(notice("case:8", Recipient.unit(here.unit("civil"))));
    tell(notice("case:9", Recipient.unit(here.unit("civil"))).asUrgent());
    deliver();
    assertThat(texts(mobile)).containsExactly("【联办】内容case:9");
    now.freeze(Instant.parse("2026-11-23T22:59:00Z")); // 06:59 of the next day
    deliver();
    assertThat(sms.to(mobile)).hasSize(1);
    now.freeze(Instant.parse("2026-11-23T23:00:00Z"));
    deliver();
    assertThat(texts(mobile)).containsExactly("【联办】内容case:9", "【联办】内容case:8");
  }

  private List<String> texts(String mobile) {
    return sms.to(mobile).stream().map(TestSms.Sms::text).toList();
  }

  @Test
  void whoWishesASummaryGetsOneAtHalfPastEight() {
    String mobile = reachable("officer@civil", "DIGEST");
    for (int i = 0; i < 5; i++) {
      tell(notice("case:2" + i, Recipient.unit(here.unit("civil"))));
    }
    deliver();
    assertThat(sms.to(mobile)).isEmpty();
    now.freeze(Instant.parse("2026-11-24T00:30:00Z")); // 08:30
    deliver();
    assertThat(texts(mobile)).singleElement().asString().contains("您有5条新提醒");
  }

  @Test
  void aReaderMarksHisOwnLinesAsRead() {
    tell(notice("case:10", Recipient.unit(here.unit("civil"))));
    deliver();
    Client officer = signedIn(here, "officer@civil");
    String line = officer.data(INBOX).at("/inbox/nodes/0/id").asString();
    Client head = signedIn(here, "head@civil");
    assertThat(read(head, line)).isEqualTo(1); // not hers: hers stays unread
    assertThat(read(officer, line)).isZero();
    String last = head.data(INBOX).at("/inbox/nodes/0/id").asString();
    JsonNode all =
        head.data(
            "mutation($input: InboxReadAllInput!) { inboxReadAll(input: $input) { unread userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "upToId", last));
    assertThat(all.at("/inboxReadAll/unread").asInt()).isZero();
  }

  private static int read(Client who, String line) {
    return who.data(
            "mutation($input: InboxReadInput!) { inboxRead(input: $input) { unread userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "ids", List.of(line)))
        .at("/inboxRead/unread")
        .asInt();
  }
}
