package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostRulesTest {
  private static final Unit CIVIL = new Unit(1, "区民政局", UnitKind.DEPARTMENT, null);
  private static final Unit EAST =
      new Unit(2, "城东街道", UnitKind.SUB_DISTRICT_OFFICE, new SubDistrict(7, "900001001", "城东"));

  /** role, unit, home (7 = east), the refusal's code; empty: allowed. */
  @ParameterizedTest
  @CsvSource({
    "WINDOW_CLERK, civil, , ",
    "WINDOW_CLERK, east, 7, ",
    "DEPARTMENT_HEAD, civil, , ",
    "SUB_DISTRICT_ADMIN, , 7, ",
    "SUB_DISTRICT_ADMIN, east, 7, ",
    "DISTRICT_ADMIN, , , ",
    "AUDITOR, , , ",
    "DEPARTMENT_OFFICER, , , REQUIRED",
    "DEPARTMENT_OFFICER, civil, 7, POST_ELSEWHERE",
    "WINDOW_CLERK, east, , POST_ELSEWHERE",
    "WINDOW_CLERK, east, 8, POST_ELSEWHERE",
    "SUB_DISTRICT_ADMIN, , , POST_ELSEWHERE",
    "SUPERVISOR, , 7, POST_ELSEWHERE",
    "LEADER, civil, , INVALID",
    "PLATFORM_OPERATOR, , , INVALID"
  })
  void aPostLiesWhereTheAccountDoes(Role role, String unit, Integer home, String refusal) {
    Unit where = unit == null ? null : unit.equals("civil") ? CIVIL : EAST;
    if (refusal == null) {
      assertThatCode(() -> PostRules.check(role, where, home)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> PostRules.check(role, where, home))
          .isInstanceOfSatisfying(
              Rejected.class,
              refused ->
                  org.assertj.core.api.Assertions.assertThat(refused.code()).isEqualTo(refusal));
    }
  }

  @Test
  void whoAuditsKeepsNoAccounts() {
    assertThatThrownBy(() -> PostRules.checkApart(Role.AUDITOR, Set.of(Role.DISTRICT_ADMIN)))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> PostRules.checkApart(Role.SUB_DISTRICT_ADMIN, Set.of(Role.AUDITOR)))
        .isInstanceOf(Rejected.class);
    assertThatCode(() -> PostRules.checkApart(Role.LEADER, Set.of(Role.AUDITOR)))
        .doesNotThrowAnyException();
  }
}
