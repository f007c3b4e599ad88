package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.cases.Applicant.IdKind;
import cn.lianban.cases.Applicant.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "511602196304120030", "11010519491231002x"})
  void identityCardsWithTheRightCheckDigitAreTaken(String number) {
    assertThat(person(number).idNumber()).isEqualTo(number.toUpperCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"110105194912310021", "11010519491331002X", "110105491231002", "abc"})
  void othersAreRefusedAtTheirField(String number) {
    assertThatThrownBy(() -> person(number)).hasMessage("ID_NUMBER_INVALID at applicant.idNumber");
  }

  @Test
  void anEnterprisesCodeIsCheckedByGb32100() {
    assertThat(enterprise("91350100M000100Y43").idNumber()).isEqualTo("91350100M000100Y43");
    assertThatThrownBy(() -> enterprise("91350100M000100Y4Z"))
        .hasMessage("ID_NUMBER_INVALID at applicant.idNumber");
  }

  @Test
  void aPassportIsText() {
    Applicant typed =
        new Applicant(Kind.PERSON, "John Smith", IdKind.PASSPORT, "e1234567", null, null);

    assertThat(ApplicantRules.checked(typed, TODAY).idNumber()).isEqualTo("E1234567");
  }

  @Test
  void aPersonCannotShowAnEnterprisesCode() {
    Applicant typed =
        new Applicant(Kind.PERSON, "王明", IdKind.USCC, "91350100M000100Y43", null, null);

    assertThatThrownBy(() -> ApplicantRules.checked(typed, TODAY))
        .hasMessage("INVALID at applicant.idKind");
  }

  @Test
  void anEmptyNameIsRefusedAtItsField() {
    Applicant typed =
        new Applicant(Kind.PERSON, " 　", IdKind.IDENTITY_CARD, "11010519491231002X", null, null);

    assertThatThrownBy(() -> ApplicantRules.checked(typed, TODAY))
        .hasMessage("REQUIRED at applicant.name");
  }

  private static Applicant person(String number) {
    return ApplicantRules.checked(
        new Applicant(Kind.PERSON, "王明", IdKind.IDENTITY_CARD, number, null, null), TODAY);
  }

  private static Applicant enterprise(String number) {
    return ApplicantRules.checked(
        new Applicant(Kind.ENTERPRISE, "某某有限公司", IdKind.USCC, number, null, null), TODAY);
  }
}
