package cn.lianban.organisation;

import static cn.lianban.organisation.OrganisationStory.change;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static cn.lianban.organisation.OrganisationStory.merger;
import static cn.lianban.organisation.OrganisationStory.order;
import static cn.lianban.organisation.OrganisationStory.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Departments are split, and changes wait for their day. */
class SplitApiTest extends DepartmentsAtWork {
  @Test
  void aSplitHandsNamedItemsOnAndTheRestStays() {
    Map<String, Object> input =
        split(false, Map.of("intoName", "区殡葬管理局", "itemIds", List.of(item(second))));

    JsonNode done = change(admin, "unitSplit", input);

    assertThat(code(done)).isEmpty();
    assertThat(done.at("/change/parts/0/went/cases").asInt()).isEqualTo(1);
    assertThat(done.at("/change/parts/0/went/duties").asInt())
        .isZero(); // the sender still holds it
    assertThat(unit(admin, id(here.unit("civil"))).get("closedOn").isNull()).isTrue();
    assertThat(duties("civil").get("totalCount").asInt()).isEqualTo(1);
    JsonNode file =
        admin.data(
            "query($id: ID!) { case(id: $id) { decideUnit { name } } }",
            "id",
            Ids.of("Case", waiting));
    assertThat(file.at("/case/decideUnit/name").asString()).isEqualTo("区殡葬管理局");
  }

  @Test
  void anItemOfAnotherDepartmentCannotBeSplitOff() {
    long foreign = items.licence(here, "客运站许可", here.unit("transport"), here.unit("east"));
    Map<String, Object> input =
        split(false, Map.of("intoName", "区殡葬管理局", "itemIds", List.of(item(foreign))));

    assertThat(code(change(admin, "unitSplit", input))).isEqualTo("NOT_FOUND");
    assertThat(admin.data("{ units { name } }").get("units").findValuesAsString("name"))
        .doesNotContain("区殡葬管理局");
  }

  @Test
  void aLaterChangeWaitsForItsDay() {
    Map<String, Object> input =
        merger(
            admin,
            "2026-12-01",
            List.of(id(here.unit("civil")), id(here.unit("transport"))),
            "intoName",
            "区综合局");
    JsonNode entered = change(admin, "unitsMerge", input);
    assertThat(entered.at("/change/doneAt").isNull()).isTrue();
    assertThat(admin.data("{ units { name } }").get("units")).hasSize(4);

    planned.inDistrict(here.id());
    assertThat(admin.data("{ units { name } }").get("units")).hasSize(4);

    now.freeze(Instant.parse("2026-11-30T16:01:00Z")); // 1 December here
    planned.inDistrict(here.id());
    assertThat(admin.data("{ units { name } }").get("units")).hasSize(3);
    assertThat(unit(admin, id(here.unit("civil"))).get("closedOn").asString())
        .isEqualTo("2026-12-01");
  }

  @Test
  void aPlannedChangeCanBeTakenBackAndADoneOneCannot() {
    JsonNode later =
        change(
                admin,
                "unitRename",
                order(
                    "2026-12-01",
                    Map.of("id", id(here.unit("civil")), "expectedVersion", 0, "name", "区社会工作部")))
            .get("change");
    assertThat(later.get("viewerCanCancel").asBoolean()).isTrue();
    Map<String, Object> input =
        Map.of(
            "idempotencyKey", Client.key(), "id", later.get("id").asString(), "expectedVersion", 0);
    assertThat(change(admin, "unitChangeCancel", input).at("/change/cancelledAt").isNull())
        .isFalse();

    JsonNode done = merge("区综合局").get("change");
    Map<String, Object> late =
        Map.of(
            "idempotencyKey", Client.key(),
            "id", done.get("id").asString(),
            "expectedVersion", done.get("version").asInt());
    assertThat(code(change(admin, "unitChangeCancel", late))).isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void whatCannotBeIsRefused() {
    String civil = id(here.unit("civil"));
    String east = id(here.unit("east"));
    assertThat(
            code(
                change(
                    admin,
                    "unitsMerge",
                    merger(admin, TODAY, List.of(civil, east), "intoName", "甲"))))
        .isEqualTo("OTHER_LEVEL");
    assertThat(
            code(
                change(admin, "unitsMerge", merger(admin, TODAY, List.of(civil), "intoId", civil))))
        .isEqualTo("MERGE_INTO_ITSELF");
    assertThat(
            code(
                change(admin, "unitsMerge", merger(admin, TODAY, List.of(civil), "intoName", "甲"))))
        .isEqualTo("MERGE_OF_ONE");
    assertThat(
            code(
                change(
                    admin,
                    "unitRename",
                    order(TODAY, Map.of("id", civil, "expectedVersion", 0, "name", "区交通运输局")))))
        .isEqualTo("NAME_TAKEN");
    assertThat(
            code(
                change(
                    admin,
                    "unitRename",
                    order(TODAY, Map.of("id", civil, "expectedVersion", 7, "name", "甲")))))
        .isEqualTo("VERSION_CONFLICT");
  }
}
