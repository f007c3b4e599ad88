package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonRulesTest {
  @Test
  void loginNamesBecomeSmallLettersAndNamesKeepRareCharacters() {
    var person = PersonRules.checked(" Zhang.ＳＡＮ ", " 阿卜杜拉·买买提𠮷 ", " 0826-2333 108 ");

    assertThat(person.loginName()).isEqualTo("zhang.san");
    assertThat(person.name()).isEqualTo("阿卜杜拉·买买提𠮷");
    assertThat(person.mobile()).isEqualTo("0826-2333 108");
    assertThat(PersonRules.checked("李四民政", "李四", " ").mobile()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ab, 张三, , loginName",
    "张 三, 张三, , loginName",
    "zhang/san, 张三, , loginName",
    "zhang.san, '  ', , name",
    "zhang.san, '张\u0007三', , name",
    "zhang.san, 张三, 联系办公室, mobile"
  })
  void whatCannotBeWrittenSoIsRefusedAtItsField(
      String login, String name, String mobile, String field) {
    assertThatThrownBy(() -> PersonRules.checked(login, name, mobile))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.toUserError().field()).isEqualTo(field));
  }
}
