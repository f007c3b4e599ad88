package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as people type them. */
class TypingTest {
  private static final Column DAY = Column.date("d", "日期");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01",
        "2026/3/1",
        "2026.3.1",
        "2026年3月1日",
        "20260301",
        " 2026-03-01 09:30:00 ",
        "２０２６－３－１"
      })
  void aDayInEveryForm(String text) {
    assertThat(Typing.type(DAY, text).value()).isEqualTo("2026-03-01");
  }

  @Test
  void aNumberThatASpreadsheetCutIsNoText() {
    assertThat(Typing.type(Column.text("t", "证件号"), "1.1010519491231E+17").fault())
        .contains("请把该列设为文本");
    assertThat(Typing.type(Column.decimal("n", "金额"), "1.5E+17").fault()).isNull();
    assertThat(Typing.type(Column.text("t", "型号"), "E+17").fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026.3", "2026-02-30", "三月一日", "46082", "2026-13-01"})
  void whatIsNoDayIsRefused(String text) {
    assertThat(Typing.type(DAY, text).fault()).contains("须是日期");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01 09:30, 2026-03-01T01:30:00Z",
    "2026/3/1 9:30:15, 2026-03-01T01:30:15Z",
    "2026-03-01T09:30:00+08:00, 2026-03-01T01:30:00Z",
    "2026-03-01, 2026-02-28T16:00:00Z"
  })
  void aMomentIsOfTheDistrictsZone(String text, String instant) {
    assertThat(Typing.type(Column.instant("t", "时间"), text).value()).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({"'1,200', 1200", "５, 5", "5.0, 5", "-3, -3"})
  void aWholeNumber(String text, String value) {
    assertThat(Typing.type(Column.integer("n", "数"), text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5个", "5.5", "1e99999", "99999999999"})
  void whatIsNoWholeNumberIsRefused(String text) {
    assertThat(Typing.type(Column.integer("n", "数"), text).fault()).isEqualTo("须是整数");
  }

  @ParameterizedTest
  @CsvSource({"是, true", "√, true", "Y, true", "否, false", "×, false", "0, false"})
  void yesAndNo(String text, String value) {
    assertThat(Typing.type(Column.yesNo("b", "是否"), text).value()).isEqualTo(value);
  }

  @Test
  void aWordIsTakenByItsCodeOrItsName() {
    Column kind = Column.code("k", "类别", Map.of("DEPARTMENT", "部门"));

    assertThat(Typing.type(kind, "部门").value()).isEqualTo("DEPARTMENT");
    assertThat(Typing.type(kind, "department").value()).isEqualTo("DEPARTMENT");
    assertThat(Typing.type(kind, "科室").fault()).isEqualTo("须是：部门");
  }

  @Test
  void threeHundredRareCharactersAreThreeHundred() {
    Column name = Column.text("name", "名称");
    String rare = "𪜎"; // Extension C, two chars of Java

    assertThat(Typing.type(name, rare.repeat(300)).value()).isEqualTo(rare.repeat(300));
    assertThat(Typing.type(name, rare.repeat(301)).fault()).isEqualTo("最多 300 个字，现有 301 个");
    assertThat(Typing.type(name, "阿依古丽·买买提").value()).isEqualTo("阿依古丽·买买提");
  }

  @Test
  void whatNoDatabaseKeepsAndNoEyeSeesIsRefused() {
    Column name = Column.text("name", "名称");

    assertThat(Typing.type(name, "a\u0000b").fault()).contains("控制字符");
    assertThat(Typing.type(name, "\ud840").fault()).contains("控制字符");
    assertThat(Typing.type(name, "区\ufffd局").fault()).contains("编码");
    assertThat(Typing.type(name, "#N/A").fault()).contains("公式错误");
    assertThat(Typing.type(name, "\u3000\u200b区民政局\ufeff ").value()).isEqualTo("区民政局");
  }

  @Test
  void anEmptyCellIsRefusedOnlyWhereItIsNeeded() {
    assertThat(Typing.type(Column.text("a", "甲"), " ").fault()).isNull();
    assertThat(Typing.type(Column.text("a", "甲").asRequired(), null).fault()).isEqualTo("必填");
  }

  @Test
  void aListIsASet() {
    assertThat(Typing.type(Column.list("c", "编码"), "022、11；11,\n 07").value())
        .isEqualTo("022\n07\n11");
  }
}
