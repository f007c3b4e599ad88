package cn.lianban.setup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import cn.lianban.cases.Applicant;
import cn.lianban.clock.TestRungs;
import cn.lianban.tenancy.Districts;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DemoDistrictApiTest extends ApiTestBase {
  @Autowired DemoDistrict demo;
  @Autowired Districts opened;
  @Autowired TestRungs rungs;

  @Test
  void aYearOfPastHasEveryLightAndASecondLoadChangesNothing() {
    String code = Integer.toString(800_000 + (int) (System.nanoTime() % 90_000));

    assertThat(demo.load(code, 300)).isPresent();
    assertThat(demo.load(code, 300)).isEmpty();

    Client supervisor = anonymous();
    supervisor.signIn("supervisor." + code, DemoPeople.PASSWORD);
    Set<String> lights = new HashSet<>();
    supervisor
        .data("{ duties(filter: {allUnits: true}, first: 200) { nodes { light } } }")
        .at("/duties/nodes")
        .forEach(duty -> lights.add(duty.get("light").asString()));
    assertThat(lights).contains("GREEN", "YELLOW", "RED", "DARK", "PAUSED");
    Set<Integer> grades = new HashSet<>();
    supervisor
        .data("{ ratings(filter: {}, first: 200) { nodes { grade } } }")
        .at("/ratings/nodes")
        .forEach(rating -> grades.add(rating.get("grade").asInt()));
    assertThat(grades).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void ofTwoSilentCoUnitsTheOneWhoseSilenceConsentsHasConsentedAndTheOtherIsLate() {
    String code = Integer.toString(700_000 + (int) (System.nanoTime() % 90_000));
    demo.load(code, 3);
    rungs.fire(opened.open(code, "示范区"));

    Client lead = anonymous();
    lead.signIn("officer3." + code, DemoPeople.PASSWORD);
    JsonNode file =
        lead.data(
                "{ duties(filter: {kind: CASE}) { nodes { case { item { name } steps { name state lead reason unit { name } duty { light } } } } } }")
            .at("/duties/nodes/0/case");
    assertThat(file.at("/item/name").asString()).isEqualTo("城市道路挖掘审批");
    Map<String, JsonNode> steps = new HashMap<>();
    file.get("steps").forEach(step -> steps.put(step.at("/unit/name").asString(), step));
    assertThat(steps).hasSize(3);
    JsonNode land = steps.get(DemoRoadWorks.LAND);
    assertThat(land.get("state").asString()).isEqualTo("DEEMED");
    assertThat(land.get("reason").asString()).contains("示范政办〔2026〕3号");
    JsonNode police = steps.get(DemoRoadWorks.POLICE);
    assertThat(police.get("state").asString()).isEqualTo("OPEN");
    assertThat(police.at("/duty/light").asString()).isEqualTo("RED");
    assertThat(steps.get(DemoRoadWorks.LEAD).get("state").asString()).isEqualTo("WAITING");
  }

  @Test
  void inventedNumbersHaveRightCheckDigitsAndAnAreaThatDoesNotExist() {
    DemoApplicants applicants = new DemoApplicants(new SplittableRandom(1));
    for (int i = 0; i < 100; i++) {
      Applicant person = applicants.person();
      Applicant enterprise = applicants.enterprise();
      String real = "110101" + person.idNumber().substring(6, 17);
      assertThat(IdcardUtil.isValidCard(real + DemoApplicants.cardCheck(real))).isTrue();
      assertThat(IdcardUtil.isValidCard(person.idNumber())).isFalse();
      assertThat(person.idNumber()).startsWith("990101").hasSize(18);
      assertThat(CreditCodeUtil.isCreditCode(enterprise.idNumber())).isTrue();
    }
  }
}
