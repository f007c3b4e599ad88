package cn.lianban.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperTextTest {
  private static final Map<String, List<String>> LISTS =
      Map.of("materials", List.of("身份证", "户口簿"), "missing", List.of());

  @Test
  void fieldsAreFilledListsBecomeParagraphsAndNothingIsALineToWriteOn() {
    PaperText filled =
        PaperText.checked("通知", ">{applicant}：\n收到{materials}。\n{materials}\n{missing}\n{reason}")
            .filled(Map.of("applicant", "王小明"), LISTS);

    assertThat(filled.paragraphs())
        .extracting(one -> (one.flush() ? ">" : "") + one.text())
        .containsExactly(">王小明：", "收到身份证、户口簿。", "1．身份证", "2．户口簿", "无", "＿＿＿＿＿＿");
  }

  @Test
  void aValueIsOnlyText() {
    PaperText filled =
        new PaperText("通知", "{applicant}")
            .filled(Map.of("applicant", "{number}\n>$1\\", "number", "1"), Map.of());

    assertThat(filled.paragraphs()).extracting(one -> one.text()).containsExactly("（number） >$1\\");
  }

  @Test
  void unknownFieldsAndEmptyTextsAreRefused() {
    assertThatThrownBy(() -> PaperText.checked("通知", "{applicant}{姓名}{x}"))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.toUserError().message()).contains("{x}、{姓名}"));
    assertThatThrownBy(() -> PaperText.checked(" ", "x")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> PaperText.checked("通知", "字".repeat(6001)))
        .isInstanceOf(Rejected.class);
  }
}
