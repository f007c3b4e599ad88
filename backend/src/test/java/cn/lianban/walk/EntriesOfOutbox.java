package cn.lianban.walk;

import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;

import cn.lianban.graphql.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How messages are called, and who may: everybody his own, the administrator the district's. */
final class EntriesOfOutbox {
  private EntriesOfOutbox() {}

  static void all() {
    entry("inbox", Entries.STAFF, side -> Map.of("first", 3));
    entry("inboxUnread", Entries.STAFF, side -> Map.of());
    entry("noticeKinds", Entries.STAFF, side -> Map.of());
    entry(
        "noticePreview",
        Entries.STAFF,
        side -> Map.of("kind", "clock.yellow", "subjectId", side.caseId()));
    entry("noticePreference", Entries.STAFF, side -> Map.of());
    entry("noticeSetting", "admin", side -> Map.of());
    entry("noticeChannels", "admin", side -> Map.of());
    entry("noticeDeliveries", "admin", side -> Map.of("first", 3));
    entry("noticeDeliveryCounts", "admin", side -> Map.of());
    changes();
  }

  private static void changes() {
    // refused for their time: the walk must not set anybody's wishes
    String line = Ids.of("InboxLine", 999_999_937);
    entry("inboxRead", Entries.STAFF, side -> input("ids", List.of(line)));
    entry("inboxReadAll", Entries.STAFF, side -> input("upToId", line));
    entry(
        "noticePreferenceSet",
        Entries.STAFF,
        side ->
            input("expectedVersion", 0, "sms", "URGENT", "muted", List.of(), "digestAt", "nie"));
    entry(
        "noticeSettingSet",
        "admin",
        side ->
            input(
                "expectedVersion",
                0,
                "smsOn",
                true,
                "quietFrom",
                "22:00",
                "quietTo",
                "07:00",
                "digestAt",
                "nie",
                "smsOff",
                List.of()));
    entry(
        "noticeChannelSave",
        "admin",
        side -> input("kind", "WECOM", "name", " ", "kinds", List.of("*"), "enabled", false));
    // a delivery is the administrator's own district's alone: SendingApiTest
    Entries.ALL.put(
        "noticeDeliveryRetry",
        new Entries.Entry(Set.of(), side -> Side.stale(Ids.of("NoticeDelivery", 999_999_937))));
  }
}
