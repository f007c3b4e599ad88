package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.testing.Client;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Questions before anything is handed in. */
final class EntriesOfConsultations {
  private static final String KIND = "Consultation";

  private EntriesOfConsultations() {}

  static void all() {
    entry("consultation", STAFF, side -> Map.of("id", side.more(KIND)));
    entry(
        "consultations",
        STAFF,
        side -> Map.of("filter", Map.of("unitId", side.unitId()), "first", 3));
    entry(
        "consultationOpen",
        "clerk officer otherOfficer head",
        side -> input("itemId", side.itemId(), "question", "要带什么材料"));
    entry("consultationAnswer", "clerk", side -> stale(side.more(KIND), "answer", "带身份证"));
    entry(
        "consultationHandOver",
        "clerk",
        side -> stale(side.more(KIND), "unitId", side.departmentId(), "reason", "由部门答复"));
    entry("consultationTake", "clerk", side -> stale(side.more(KIND)));
    entry(
        "consultationAskerReveal",
        "clerk",
        side -> input("id", side.more(KIND), "purpose", "ANSWER"));
  }

  /** Asked at the window of the side and not answered. */
  static Map<String, String> asked(Client clerk, String item) {
    JsonNode done =
        clerk.data(
            "mutation($input: ConsultationOpenInput!) { consultationOpen(input: $input) { consultation { id } userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "itemId", item,
                "askerName", "王小明",
                "askerMobile", "13800138000",
                "question", "外地户口能办吗"));
    return Map.of(KIND, done.at("/consultationOpen/consultation/id").asString());
  }
}
