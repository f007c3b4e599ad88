package cn.lianban.walk;

import cn.lianban.testing.Client;
import java.util.Map;

/** A leave in the far future, written down by the person himself. */
final class Away {
  private static final String RECORD =
      "mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { absence { id } } }";

  private Away() {}

  static String recorded(Client person) {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "kind",
            "LEAVE",
            "from",
            "2099-01-01",
            "to",
            "2099-01-05");
    return person.data(RECORD, "input", input).at("/absenceRecord/absence/id").asString();
  }
}
