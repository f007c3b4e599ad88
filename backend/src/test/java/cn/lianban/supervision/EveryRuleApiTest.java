package cn.lianban.supervision;

import static cn.lianban.supervision.AlertStory.alerts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every configured rule, from what people do or import to the alert in the list. */
class EveryRuleApiTest extends RuleWays {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleFires(Rule rule) {
    switchOn(rule);
    commit(rule);
    look();

    JsonNode found = alerts(supervisor).get("nodes");
    assertThat(found.findValuesAsString("rule")).contains(rule.name());
    for (JsonNode one : found) {
      assertThat(one.get("evidence")).as(one.toString()).isNotEmpty();
    }
  }

  /** A rule without its violation does not compile. */
  private JsonNode commit(Rule rule) {
    return switch (rule) {
      case CLOCK_YELLOW -> waitUntil("2026-11-26T02:00:00Z");
      case CLOCK_RED -> waitUntil("2026-12-01T02:00:00Z");
      case CLOCK_DARK -> waitUntil("2026-12-22T02:00:00Z");
      case SUSPENSION_OVERRUN -> {
        suspended(file, "2026-11-24");
        yield waitUntil("2026-11-30T02:00:00Z");
      }
      case REFUSED_WITHOUT_REASON -> refused("不行");
      case STEP_LATE -> {
        stepNobodyAnswers();
        yield file;
      }
      case FORWARDED_LATE -> {
        look(); // while it is in time
        yield waitUntil("2026-11-30T02:00:00Z");
      }
      case SECOND_SUPPLEMENT -> {
        JsonNode told = asked(comes("caseReceive"), null, "申请书");
        JsonNode came = does(clerk, "caseSupplementIn", told);
        yield asked(came, "首次遗漏", "身份证明");
      }
      case LATE_SUPPLEMENT -> {
        at("2026-11-20T03:00:00Z");
        yield asked(file, "受理后发现", "申请书");
      }
      case MATERIAL_NOT_LISTED -> asked(comes("caseReceive"), null, "户口簿复印件");
      case SUSPENDED_LONG -> {
        suspended(file, "2026-12-31");
        look();
        yield waitUntil("2026-12-25T02:00:00Z");
      }
      case SUSPENDED_LATE -> {
        at("2026-11-26T02:00:00Z");
        yield suspended(file, "2026-12-31");
      }
      case BACK_DATED -> comes("caseAccept", "receivedOn", "2026-11-16");
      case CLOSED_BEFORE_ACCEPTANCE ->
          imported("2026-10-09 09:00", "2026-10-12 09:00", "2026-10-10 09:00");
      case ACCEPT_AND_CLOSE -> does(officer, "caseDecide", signed(), "outcome", "PASSED");
      case NIGHT_BATCH -> {
        nightShift();
        yield file;
      }
      case CANCELLED_ITEM -> {
        cancelledBehindItsBack();
        yield file;
      }
      case GREEN_WITHOUT_APPROVAL -> {
        greenAsked();
        yield does(officer, "caseDecide", signed(), "outcome", "PASSED");
      }
      case REFUSED_AGAIN -> {
        long same = item();
        file = accept(same);
        refused("缺少街道出具的收入证明");
        at("2026-11-23T02:00:00Z");
        file = accept(same);
        yield refused("户籍不在本区，不符合条件");
      }
      case CASE_VOIDED -> does(clerk, "caseEnd", file, "ending", "VOIDED", "reason", "重复录入");
    };
  }

  private JsonNode waitUntil(String instant) {
    at(instant);
    rungs.fire(here.id());
    return file;
  }

  @Test
  void inACaseThatIsHandledAsItShouldNoRuleFindsAnything() {
    Arrays.stream(Rule.values()).forEach(this::switchOn);
    JsonNode sent = does(clerk, "caseHandUp", file);
    at("2026-11-23T02:00:00Z");
    JsonNode signed = does(officer, "caseSign", sent);
    at("2026-11-24T02:00:00Z");
    JsonNode decided = does(officer, "caseDecide", signed, "outcome", "PASSED");
    at("2026-11-25T02:00:00Z");
    does(clerk, "caseDeliver", decided);
    rungs.fire(here.id());
    look();

    assertThat(alerts(supervisor).get("nodes").findValuesAsString("rule")).isEmpty();
  }

  @Test
  void aGreenChannelThatWasRefusedAndWentTheOrdinaryWayIsNoAnomaly() {
    switchOn(Rule.GREEN_WITHOUT_APPROVAL);
    greenAsked();
    JsonNode no = does(signedIn(here, "head@civil"), "caseGreenAnswer", signed(), "granted", false);
    does(officer, "caseDecide", no, "outcome", "PASSED");
    look();

    assertThat(alerts(supervisor).get("totalCount").asInt()).isZero();
  }

  @Test
  void aRuleThatIsSwitchedOnFindsWhatStandsStillAlready() {
    suspended(file, "2026-12-31");
    file = accept(item());
    look();
    at("2027-01-05T02:00:00Z");

    switchOn(Rule.SUSPENDED_LONG);
    switchOn(Rule.FORWARDED_LATE);
    look();

    assertThat(alerts(supervisor).get("nodes").findValuesAsString("rule"))
        .containsExactlyInAnyOrder("SUSPENDED_LONG", "FORWARDED_LATE", "FORWARDED_LATE");
  }

  @Test
  void oneLateStepIsOneAlert() {
    switchOn(Rule.STEP_LATE);
    stepNobodyAnswers();
    look();

    assertThat(alerts(supervisor).get("nodes").findValuesAsString("rule"))
        .isEqualTo(List.of("STEP_LATE"));
  }

  @Test
  void aReceiptAfterAcceptanceIsImportedWithARemarkAndFound() {
    switchOn(Rule.BACK_DATED);
    JsonNode written = imported("2026-10-12 09:00", "2026-10-09 09:00", "2026-10-13 09:00");
    look();

    assertThat(written.at("/counts/created").asInt()).as(written.toString()).isEqualTo(1);
    assertThat(written.at("/lines/nodes/0/notes").toString()).contains("受理早于收件");
    JsonNode found = alerts(supervisor).at("/nodes/0");
    assertThat(found.get("rule").asString()).isEqualTo("BACK_DATED");
    assertThat(found.get("evidence").toString()).contains("2026-10-12", "2026-10-09");
  }
}
