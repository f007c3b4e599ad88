package cn.lianban.organisation;

import static cn.lianban.organisation.OrganisationStory.call;
import static cn.lianban.organisation.OrganisationStory.change;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static cn.lianban.organisation.OrganisationStory.order;
import static cn.lianban.organisation.OrganisationStory.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units with their names and codes. */
class UnitsApiTest extends ApiTestBase {
  private static final String ANSWER =
      "unit { id name kind aliases version } userErrors { code field }";

  @Test
  void aDepartmentHasANameAndAsManyCodesAsTheListsGiveIt() {
    Client admin = signedIn(districts.fresh(), "admin");

    JsonNode made = call(admin, "unitCreate", input("区农业农村局", FIVE), ANSWER).get("unit");

    assertThat(made.get("name").asString()).isEqualTo("区农业农村局");
    assertThat(made.get("aliases")).hasSize(5);
    Map<String, Object> fewer =
        Map.of(
            "idempotencyKey", Client.key(),
            "id", made.get("id").asString(),
            "expectedVersion", made.get("version").asInt(),
            "aliases", List.of("511602-NY", "511602-NY", "  "));
    JsonNode set = call(admin, "unitAliasesSet", fewer, ANSWER).get("unit");
    assertThat(set.get("aliases").valueStream().map(JsonNode::asString))
        .containsExactly("511602-NY");
    assertThat(code(call(admin, "unitAliasesSet", again(fewer), ANSWER)))
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void twoDepartmentsMayShareACode() {
    Client admin = signedIn(districts.fresh(), "admin");

    assertThat(code(call(admin, "unitCreate", input("区林业局", List.of("0051")), ANSWER))).isEmpty();
    assertThat(code(call(admin, "unitCreate", input("区水务局", List.of("0051")), ANSWER))).isEmpty();
  }

  @Test
  void aNameOfThreeHundredRareCharactersIsKeptAndALongerOneRefused() {
    Client admin = signedIn(districts.fresh(), "admin");
    String rare = "𫟅·" + "局".repeat(298);

    JsonNode made = call(admin, "unitCreate", input(rare, List.of()), ANSWER);

    assertThat(made.at("/unit/name").asString()).isEqualTo(rare);
    JsonNode longer = call(admin, "unitCreate", input(rare + "局", List.of()), ANSWER);
    assertThat(code(longer)).isEqualTo("TOO_LONG");
    assertThat(longer.at("/userErrors/0/field").asString()).isEqualTo("name");
  }

  @Test
  void aRenameKeepsTheUnitAndItsFormerName() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String civil = id(here.unit("civil"));

    JsonNode done =
        change(
            admin,
            "unitRename",
            order("2026-01-01", Map.of("id", civil, "expectedVersion", 0, "name", "区民政和社会工作局")));

    assertThat(done.at("/change/parts/0/oldName").asString()).isEqualTo("区民政局");
    JsonNode renamed = unit(admin, civil);
    assertThat(renamed.get("name").asString()).isEqualTo("区民政和社会工作局");
    assertThat(renamed.at("/changes/0/kind").asString()).isEqualTo("RENAME");
  }

  @Test
  void aTakenNameAMissingSubDistrictAndAStrangerAreRefused() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");

    assertThat(code(call(admin, "unitCreate", input("区民政局", List.of()), ANSWER)))
        .isEqualTo("NAME_TAKEN");
    Map<String, Object> office = input("某街道办", List.of());
    office.put("kind", "SUB_DISTRICT_OFFICE");
    assertThat(code(call(admin, "unitCreate", office, ANSWER))).isEqualTo("INVALID");
    String document = OrganisationStory.document("unitCreate", ANSWER);
    assertThat(signedIn(here, "admin@east").errorCode(document, "input", input("甲", List.of())))
        .isEqualTo("FORBIDDEN");
    assertThat(anonymous().errorCode(document, "input", input("甲", List.of())))
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void theSameRequestTwiceMakesOneUnit() {
    Client admin = signedIn(districts.fresh(), "admin");
    Map<String, Object> input = input("区林业局", List.of());

    JsonNode first = call(admin, "unitCreate", input, ANSWER);

    assertThat(call(admin, "unitCreate", input, ANSWER)).isEqualTo(first);
  }

  private static final List<String> FIVE =
      List.of("511602", "511602000000-NY", "11511602008738245F", "NY-01", "005116020451");

  private static Map<String, Object> input(String name, List<String> aliases) {
    return new HashMap<>(
        Map.of(
            "idempotencyKey",
            Client.key(),
            "kind",
            "DEPARTMENT",
            "name",
            name,
            "aliases",
            aliases));
  }

  private static Map<String, Object> again(Map<String, Object> input) {
    Map<String, Object> other = new HashMap<>(input);
    other.put("idempotencyKey", Client.key());
    return other;
  }
}
