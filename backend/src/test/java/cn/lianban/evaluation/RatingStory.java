package cn.lianban.evaluation;

import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The room's mutations as a program calls them. */
final class RatingStory {
  private RatingStory() {}

  static JsonNode invite(Client who, long caseId, String key) {
    return who.data(
            "mutation($input: RatingInviteInput!) { ratingInvite(input: $input) { link qrSvg expiresAt userErrors { code field } } }",
            "input",
            Map.of("idempotencyKey", key, "caseId", TestCases.id(caseId)))
        .get("ratingInvite");
  }

  /** The secret of a new link. */
  static String token(Client who, long caseId) {
    String link = invite(who, caseId, Client.key()).get("link").asString();
    return link.substring(link.indexOf('#') + 1);
  }

  static JsonNode open(Client citizen, String token) {
    return citizen
        .data(
            "mutation($input: RatingOpenInput!) { ratingOpen(input: $input) { subject { districtName itemName unitName decidedOn form { version grades { grade label options { code } } } } userErrors { code field message } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "token", token))
        .get("ratingOpen");
  }

  static Map<String, Object> answer(String token, int grade, String... options) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("token", token);
    input.put("grade", grade);
    input.put("optionVersion", 1);
    input.put("options", List.of(options));
    return input;
  }

  static JsonNode submit(Client citizen, Map<String, Object> input) {
    return citizen
        .data(
            "mutation($input: RatingSubmitInput!) { ratingSubmit(input: $input) { receipt { number at } userErrors { code field message } } }",
            "input",
            input)
        .get("ratingSubmit");
  }

  static String refusal(JsonNode payload) {
    JsonNode error = payload.at("/userErrors/0");
    return error.get("code").asString()
        + (error.get("field").isNull() ? "" : "@" + error.get("field").asString());
  }

  static JsonNode ratings(Client who, Map<String, ?> filter) {
    return who.data(
            "query($filter: RatingFilter!) { ratings(filter: $filter, first: 200) { totalCount nodes { id month grade comment unit { id } options { code label } case { id number } } pageInfo { hasNextPage endCursor } } }",
            "filter",
            filter)
        .get("ratings");
  }
}
