package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LegalClockApiTest extends LegalClockStory {
  @Test
  void whatIsReceivedIsNotAcceptedYetAndFiveWorkingDaysRun() {
    JsonNode file = receive();

    assertThat(file.get("status").asString()).isEqualTo("RECEIVED");
    assertThat(file.get("duty").isNull()).isTrue();
    assertThat(clock(clerk, file, "CASE_ACCEPTANCE").get("dueOn").asString())
        .isEqualTo("2026-11-27");

    now.freeze(Instant.parse("2026-11-24T02:00:00Z"));
    JsonNode accepted = act(clerk, "caseAcceptReceived", file, "materials", ALL).get("case");
    assertThat(accepted.get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/duty/dueOn").asString()).isEqualTo("2026-12-01");
    assertThat(clock(clerk, file, "CASE").get("statutoryDueOn").asString()).isEqualTo("2026-12-22");
    assertThat(clock(clerk, file, "CASE_ACCEPTANCE").get("closedLight").asString())
        .isEqualTo("GREEN");
  }

  @Test
  void whatIsHandedUpShowsTheDepartmentItsEndedClocksToo() {
    JsonNode file = receive();
    JsonNode accepted = act(clerk, "caseAcceptReceived", file, "materials", ALL).get("case");
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted).get("case")).get("case");

    assertThat(clock(officer, signed, "CASE_ACCEPTANCE").get("closedLight").asString())
        .isEqualTo("GREEN");
    assertThat(clock(officer, signed, "CASE").get("light").asString()).isEqualTo("GREEN");
  }

  @Test
  void whoSaysNothingForFiveDaysHasAcceptedOnTheDayOfReceipt() {
    JsonNode file = receive();
    now.freeze(Instant.parse("2026-11-30T02:00:00Z"));
    deem(file);

    JsonNode deemed = read(clerk, file);
    assertThat(deemed.get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(deemed.at("/duty/dueOn").asString()).isEqualTo("2026-11-27");
    assertThat(deemed.at("/duty/light").asString()).isEqualTo("RED");
    assertThat(deemed.get("timeline").findValuesAsString("kind")).contains("DEEMED_ACCEPTED");
  }

  @Test
  void acceptingAtOnceTwoWeeksAfterReceiptCountsFromReceipt() {
    Map<String, Object> late = input(item);
    late.put("receivedOn", "2026-11-06");
    JsonNode file = CaseStory.accept(clerk, late).get("case");

    assertThat(file.at("/duty/dueOn").asString()).isEqualTo("2026-11-13");
    assertThat(file.get("timeline").findValuesAsString("kind")).contains("DEEMED_ACCEPTED");
  }

  @Test
  void oneNoticeNamesEverythingAndStopsTheDaysForAcceptance() {
    JsonNode told = supplement(clerk, receive(), null).get("case");
    assertThat(clock(clerk, told, "CASE_ACCEPTANCE").get("light").asString()).isEqualTo("PAUSED");

    now.freeze(Instant.parse("2026-12-14T02:00:00Z"));
    JsonNode in = act(clerk, "caseSupplementIn", told).get("case");
    assertThat(clock(clerk, in, "CASE_ACCEPTANCE").get("dueOn").asString()).isEqualTo("2026-12-21");
    JsonNode accepted = act(clerk, "caseAcceptReceived", in, "materials", ALL).get("case");
    assertThat(accepted.at("/duty/dueOn").asString()).isEqualTo("2026-12-21");
  }

  @Test
  void aSecondNoticeOrOneAfterAcceptanceNeedsAReasonAndIsKeptAsAnAnomaly() {
    JsonNode told = supplement(clerk, receive(), null).get("case");
    assertThat(supplement(clerk, told, null).at("/userErrors/0/code").asString())
        .isEqualTo("SUPPLEMENT_TWICE");
    JsonNode again = supplement(clerk, told, "漏看了第三项材料").get("case");
    assertThat(again.get("timeline").findValuesAsString("kind")).contains("SUPPLEMENT_ANOMALY");

    JsonNode accepted = CaseStory.accept(clerk, input(item)).get("case");
    assertThat(supplement(clerk, accepted, null).at("/userErrors/0/code").asString())
        .isEqualTo("SUPPLEMENT_LATE");
    JsonNode late = supplement(clerk, accepted, "现场发现照片不符").get("case");
    assertThat(late.at("/duty/light").asString()).isNotEqualTo("PAUSED");
  }

  @Test
  void notAcceptingNeedsReasonsAndEndsTheClocks() {
    JsonNode file = receive();
    assertThat(
            act(clerk, "caseNotAccept", file, "reason", " ").at("/userErrors/0/field").asString())
        .isEqualTo("reason");
    JsonNode refused = act(clerk, "caseNotAccept", file, "reason", "不属于本机关职权范围").get("case");
    assertThat(refused.get("status").asString()).isEqualTo("NOT_ACCEPTED");
    assertThat(clock(clerk, refused, "CASE_ACCEPTANCE").get("light").asString())
        .isEqualTo("CLOSED");
  }

  @Test
  void deliveryIsOwedWithinTenWorkingDaysOfTheDecision() {
    JsonNode decided = act(officer, "caseDecide", signed(), "outcome", "PASSED").get("case");
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("dueOn").asString())
        .isEqualTo("2026-12-04");
    act(clerk, "caseDeliver", read(clerk, decided));
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("light").asString()).isEqualTo("CLOSED");
  }

  @Test
  void aNeighbourFindsNothingToActOn() {
    JsonNode file = receive();
    for (Client stranger :
        List.of(signedIn(here, "clerk@west"), signedIn(districts.fresh(), "clerk@east"))) {
      assertThat(
              act(stranger, "caseAcceptReceived", file, "materials", ALL)
                  .at("/userErrors/0/code")
                  .asString())
          .isEqualTo("NOT_FOUND");
      assertThat(supplement(stranger, file, null).at("/userErrors/0/code").asString())
          .isEqualTo("NOT_FOUND");
    }
  }
}
