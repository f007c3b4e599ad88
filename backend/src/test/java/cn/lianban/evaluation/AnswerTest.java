package cn.lianban.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  @Test
  void everyGradeIsWordedAndHasFiveOrSixOptionsWithCodesOfItsOwn() {
    assertThat(FirstForm.FORM.grades())
        .extracting(RatingForm.Grade::grade)
        .containsExactly(5, 4, 3, 2, 1);
    for (RatingForm.Grade grade : FirstForm.FORM.grades()) {
      assertThat(grade.options()).hasSizeBetween(5, 6);
      assertThat(grade.options()).extracting(RatingForm.Option::code).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6, 10})
  void thereIsNoSixthGrade(int grade) {
    assertThatThrownBy(() -> Answer.checked(grade, FirstForm.FORM, List.of(), null))
        .isInstanceOf(Rejected.class)
        .hasMessage("INVALID at grade");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aBadGradeNamesItsReason(int grade) {
    assertThatThrownBy(() -> Answer.checked(grade, FirstForm.FORM, List.of(), "很差"))
        .hasMessage("REQUIRED at options");
  }

  @Test
  void aTwiceChosenOptionCountsOnceAndABlankCommentIsNone() {
    Answer answer = Answer.checked(2, FirstForm.FORM, List.of("LATE", "LATE"), " \u0007\n ");

    assertThat(answer.options()).containsExactly("LATE");
    assertThat(answer.comment()).isNull();
  }

  @Test
  void fiveHundredRareCharactersFitAndOneMoreDoesNot() {
    String rare = "\uD842\uDFB7".repeat(500); // one character, two chars
    assertThat(Answer.checked(5, FirstForm.FORM, List.of(), rare).comment()).isEqualTo(rare);
    assertThatThrownBy(() -> Answer.checked(5, FirstForm.FORM, List.of(), rare + "字"))
        .hasMessage("INVALID at comment");
  }

  @Test
  void theDigestProvesTheAnswerOnlyToWhoHasTheSalt() {
    Answer answer = Answer.checked(5, FirstForm.FORM, List.of(), null);
    byte[] salt = SecretToken.fresh().hash();

    assertThat(answer.digest(salt)).isEqualTo(answer.digest(salt));
    assertThat(answer.digest(salt)).isNotEqualTo(answer.digest(SecretToken.fresh().hash()));
    assertThat(Answer.checked(4, FirstForm.FORM, List.of(), null).digest(salt))
        .isNotEqualTo(answer.digest(salt));
  }
}
