package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
  @ParameterizedTest
  @CsvSource({"王明,王*", "王小明,王*明", "欧阳小明,欧**明", "古丽·热依木,古****木", "王,*", "𠮷小明,𠮷*明"})
  void aNameKeepsItsFirstAndLastCharacter(String name, String masked) {
    assertThat(Masks.name(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X,1101**********002X",
    "13800138000,1380***8000",
    "E123,E12*",
    "A,*"
  })
  void aNumberKeepsItsEndsOnlyWhenThereIsAMiddle(String number, String masked) {
    assertThat(Masks.middle(number, 4, 4)).isEqualTo(masked);
  }
}
