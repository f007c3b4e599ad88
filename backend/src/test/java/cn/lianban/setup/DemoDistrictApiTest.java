package cn.lianban.setup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import cn.lianban.cases.Applicant;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoDistrictApiTest extends ApiTestBase {
  @Autowired DemoDistrict demo;

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
