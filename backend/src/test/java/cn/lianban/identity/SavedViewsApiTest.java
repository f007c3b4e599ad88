package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Named ways of looking at a list: a person's, a role's, the district's. */
class SavedViewsApiTest extends ApiTestBase {
  private static final String LIST =
      "query($l: String!) { savedViews(list: $l) { id name audience role query isDefault version viewerCanChange } }";
  private static final String SAVE =
      "mutation($input: SavedViewSaveInput!) { savedViewSave(input: $input) { view { id version isDefault } userErrors { code field } } }";
  private static final String REMOVE =
      "mutation($input: SavedViewRemoveInput!) { savedViewRemove(input: $input) { userErrors { code } } }";
  private TestDistrict here;
  private Client admin;
  private Client clerk;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
    clerk = signedIn(here, "clerk@east");
  }

  @Test
  void onesOwnViewIsNobodyElses() {
    save(clerk, input("我的红灯", "PERSON", null));

    assertThat(names(clerk)).containsExactly("我的红灯");
    assertThat(names(admin)).isEmpty();
    assertThat(names(signedIn(here, "clerk@west"))).isEmpty();
    assertThat(clerk.data(LIST, "l", "items").get("savedViews")).isEmpty();
  }

  @Test
  void aRolesViewIsItsHoldersAndTheDistrictsIsEverybodys() {
    save(admin, input("窗口视图", "ROLE", "WINDOW_CLERK"));
    save(admin, input("全区视图", "DISTRICT", null));

    assertThat(names(clerk)).containsExactly("全区视图", "窗口视图");
    assertThat(names(signedIn(here, "officer@civil"))).containsExactly("全区视图");
    assertThat(names(signedIn(districts.fresh(), "admin"))).isEmpty();
    assertThat(clerk.data(LIST, "l", "queue").at("/savedViews/0/viewerCanChange").asBoolean())
        .isFalse();
  }

  @Test
  void onlyTheAdministratorKeepsSharedViews() {
    for (Map<String, Object> shared :
        List.of(input("甲", "ROLE", "WINDOW_CLERK"), input("乙", "DISTRICT", null))) {
      assertThat(clerk.errorCode(SAVE, "input", shared)).isEqualTo("FORBIDDEN");
    }
    String id = save(admin, input("全区视图", "DISTRICT", null)).at("/view/id").asString();
    assertThat(clerk.errorCode(REMOVE, "input", remove(id, 0))).isEqualTo("FORBIDDEN");
    assertThat(anonymous().errorCode(LIST, "l", "queue")).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void thereIsOneDefaultOfEachKind() {
    Map<String, Object> first = input("甲", "PERSON", null);
    first.put("isDefault", true);
    save(clerk, first);
    Map<String, Object> second = input("乙", "PERSON", null);
    second.put("isDefault", true);
    save(clerk, second);

    JsonNode views = clerk.data(LIST, "l", "queue").get("savedViews");
    assertThat(views.valueStream().filter(v -> v.get("isDefault").asBoolean())).hasSize(1);
  }

  @Test
  void changingNeedsTheNewestVersionAndRemovingTakesItAway() {
    JsonNode made = save(clerk, input("甲", "PERSON", null)).get("view");
    Map<String, Object> change = input("甲乙", "PERSON", null);
    change.put("id", made.get("id").asString());
    change.put("expectedVersion", 0);
    assertThat(save(clerk, change).at("/view/version").asInt()).isEqualTo(1);
    change.put("idempotencyKey", Client.key());
    assertThat(code(save(clerk, change))).isEqualTo("VERSION_CONFLICT");

    Map<String, Object> foreign = new HashMap<>(change);
    foreign.put("idempotencyKey", Client.key());
    assertThat(code(save(signedIn(here, "clerk@west"), foreign))).isEqualTo("NOT_FOUND");
    String id = made.get("id").asString();
    assertThat(code(clerk.data(REMOVE, "input", remove(id, 1)).get("savedViewRemove"))).isEmpty();
    assertThat(names(clerk)).isEmpty();
  }

  @Test
  void anAddressThatCouldLeaveTheListIsRefused() {
    for (String query : List.of("light=RED#x", "a=<b>", "a b", "\"")) {
      Map<String, Object> input = input("甲", "PERSON", null);
      input.put("query", query);
      assertThat(code(save(clerk, input))).isEqualTo("INVALID");
    }
    Map<String, Object> nameless = input(" ", "PERSON", null);
    assertThat(code(save(clerk, nameless))).isEqualTo("REQUIRED");
  }

  private static List<String> names(Client who) {
    return who.data(LIST, "l", "queue").get("savedViews").findValuesAsString("name");
  }

  private static JsonNode save(Client who, Map<String, Object> input) {
    return who.data(SAVE, "input", input).get("savedViewSave");
  }

  private static String code(JsonNode answer) {
    return answer.at("/userErrors/0/code").asString("");
  }

  private static Map<String, Object> remove(String id, int version) {
    return Map.of("idempotencyKey", Client.key(), "id", id, "expectedVersion", version);
  }

  private static Map<String, Object> input(String name, String audience, String role) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("list", "queue");
    input.put("name", name);
    input.put("audience", audience);
    input.put("role", role);
    input.put("query", "light=RED&cols=number,item,due");
    input.put("isDefault", false);
    return input;
  }
}
