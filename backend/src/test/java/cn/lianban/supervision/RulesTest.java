package cn.lianban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.supervision.TraceOf.Trace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule finds what was planted for it, and nothing in a case that was handled as it should.
 */
class RulesTest {
  private static final Map<Rule, UnaryOperator<Trace>> PLANTED = new EnumMap<>(Rule.class);

  static {
    PLANTED.put(Rule.REFUSED_WITHOUT_REASON, trace -> trace.refused("不行"));
    PLANTED.put(Rule.STEP_LATE, trace -> trace.lateStep("CASE_DELIVERY"));
    PLANTED.put(
        Rule.FORWARDED_LATE, trace -> trace.handedUp("2026-03-02T10:00", "2026-03-16T10:00"));
    PLANTED.put(
        Rule.SECOND_SUPPLEMENT, trace -> trace.asked("2026-02-25T09:00").asked("2026-02-26T09:00"));
    PLANTED.put(Rule.LATE_SUPPLEMENT, trace -> trace.asked("2026-03-04T09:00"));
    PLANTED.put(Rule.MATERIAL_NOT_LISTED, trace -> trace.asked("2026-02-25T09:00", "社区盖章的婚姻状况证明"));
    PLANTED.put(
        Rule.SUSPENDED_LONG, trace -> trace.stopped("2026-03-03T09:00", "2026-04-20T09:00", null));
    PLANTED.put(
        Rule.SUSPENDED_LATE,
        trace -> trace.stopped("2026-03-12T16:00", "2026-03-16T09:00", "2026-03-13"));
    PLANTED.put(
        Rule.BACK_DATED, trace -> trace.written("DECIDED", "2026-03-05T10:00", "2026-03-18T10:00"));
    PLANTED.put(Rule.CLOSED_BEFORE_ACCEPTANCE, trace -> trace.decided("2026-02-27T10:00"));
    PLANTED.put(Rule.ACCEPT_AND_CLOSE, trace -> trace.decided("2026-03-02T09:00:40"));
    PLANTED.put(Rule.NIGHT_BATCH, trace -> trace.atNight(12));
    PLANTED.put(Rule.CANCELLED_ITEM, trace -> trace.cancelled("2026-03-01"));
    PLANTED.put(Rule.GREEN_WITHOUT_APPROVAL, trace -> trace.green(null));
    PLANTED.put(
        Rule.REFUSED_AGAIN,
        trace -> trace.refused("材料与实际经营场所不符").refusedBefore("2025-12-01T10:00", "缺少消防验收意见书"));
    PLANTED.put(Rule.CASE_VOIDED, Trace::voided);
  }

  @Test
  void everyRuleThatLooksAtCasesHasAPlantedFault() {
    assertThat(PLANTED.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values()).filter(rule -> rule.judge().isPresent()).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsWhatWasPlanted() {
    return PLANTED.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey().name(),
                    () -> {
                      assertThat(found(one.getKey(), one.getValue().apply(TraceOf.handledWell())))
                          .isNotEmpty();
                      assertThat(found(one.getKey(), TraceOf.handledWell())).isEmpty();
                    }));
  }

  @Test
  void aGreenChannelThatWasGrantedIsNoneNorOneThatWasRefusedInTime() {
    assertThat(found(Rule.GREEN_WITHOUT_APPROVAL, TraceOf.handledWell().green(true))).isEmpty();
    assertThat(found(Rule.GREEN_WITHOUT_APPROVAL, TraceOf.handledWell().green(false))).isEmpty();
  }

  @Test
  void aRefusalForTheSameReasonAsBeforeIsNoAnomaly() {
    Trace twice =
        TraceOf.handledWell().refused("缺少消防验收意见书").refusedBefore("2025-12-01T10:00", "缺少消防验收意见书");
    assertThat(found(Rule.REFUSED_AGAIN, twice)).isEmpty();
  }

  @Test
  void theTimesOfAnImportedCaseAreWhatTheyAre() {
    Trace imported =
        TraceOf.handledWell().imported().written("DECIDED", "2026-03-05T10:00", "2026-03-18T10:00");
    assertThat(found(Rule.BACK_DATED, imported)).isEmpty();
  }

  @Test
  void aStepIsNotCalledLateWhenTheWholeIs() {
    assertThat(found(Rule.STEP_LATE, TraceOf.handledWell().lateStep("CASE_DELIVERY").lateCase()))
        .isEmpty();
  }

  @Test
  void aShortenedNameOfAListedMaterialIsListed() {
    assertThat(
            found(
                Rule.MATERIAL_NOT_LISTED,
                TraceOf.handledWell().asked("2026-02-25T09:00", "申请表（需签字）", "身份证复印件一份")))
        .isEmpty();
  }

  @Test
  void nineCasesInANightAreNoBatchAndTenAre() {
    assertThat(found(Rule.NIGHT_BATCH, TraceOf.handledWell().atNight(9))).isEmpty();
    assertThat(found(Rule.NIGHT_BATCH, TraceOf.handledWell().atNight(10))).hasSize(1);
  }

  @Test
  void theLimitsOfADistrictAreUsed() {
    Trace quick = TraceOf.handledWell().decided("2026-03-02T09:03");
    assertThat(found(Rule.ACCEPT_AND_CLOSE, quick)).isEmpty();
    Limits wider = Rule.ACCEPT_AND_CLOSE.limits().checked(Map.of("seconds", 300));
    assertThat(
            Rule.ACCEPT_AND_CLOSE
                .judge()
                .orElseThrow()
                .of(quick.trace(), wider, quick.around())
                .findings())
        .hasSize(1);
  }

  @Test
  void whatIsStillWaitingIsLookedAtAgain() {
    Trace waiting = TraceOf.handledWell().handedUp("2026-03-19T10:00", null);
    Verdict now =
        Rule.FORWARDED_LATE
            .judge()
            .orElseThrow()
            .of(waiting.trace(), Rule.FORWARDED_LATE.limits(), waiting.around());
    assertThat(now.lookAgain()).isNotNull();
  }

  @Test
  void whatCameDownIsTheLowerUnitsFromItsSignatureOnAndThatIsNotGivenLate() {
    Trace soon =
        TraceOf.handledWell()
            .handedDown("2026-03-16T10:00", "2026-03-17T10:00", "2026-03-18T10:00");
    assertThat(found(Rule.FORWARDED_LATE, soon)).isEmpty();
    Trace late =
        TraceOf.handledWell()
            .handedDown("2026-03-04T10:00", "2026-03-17T10:00", "2026-03-18T10:00");
    assertThat(found(Rule.FORWARDED_LATE, late)).hasSize(1);
  }

  private static List<Verdict.Finding> found(Rule rule, Trace trace) {
    return rule.judge().orElseThrow().of(trace.trace(), rule.limits(), trace.around()).findings();
  }
}
