package cn.lianban.walk;

import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestLists;
import cn.lianban.testing.TestVersions;
import java.util.Map;
import java.util.function.Function;

/** What catalogue and organisation have rows of that a district's administrator made. */
final class CatalogRows {
  private CatalogRows() {}

  static Map<String, String> of(TestDistrict district, long item, Function<String, Client> signIn) {
    Client officer = signIn.apply(district.loginOf("officer@civil"));
    var draft = TestVersions.done(TestVersions.open(officer, item));
    Client admin = signIn.apply(district.loginOf("admin"));
    var decision = TestVersions.decide(admin, "ADJUSTED", "食品经营", "2020-01-01", item);
    Client legal = signIn.apply(district.loginOf("legal"));
    String title = "权力清单 " + item;
    var published = TestLists.publish(admin, legal, title, "食品经营许可");
    var next = TestLists.done(TestLists.save(admin, TestLists.next(admin, published), "食品小作坊登记"));
    var policy = TestLists.record(admin, TestLists.policy("稳岗返还", "2026-01-01", "2027-01-01"));
    return Map.of(
        "ItemVersion", draft.get("id").asString(),
        "UpperDecision", decision.get("id").asString(),
        "PublishedList", published.get("listId").asString(),
        "OtherListVersion", published.get("id").asString(),
        "ListVersion", next.get("id").asString(),
        "Policy", policy.at("/policy/id").asString(),
        "proofFile", EntriesOfOrganisation.proofFile(admin, district.unit("civil")));
  }
}
