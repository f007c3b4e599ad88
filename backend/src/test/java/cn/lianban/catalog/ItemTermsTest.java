package cn.lianban.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTermsTest {
  @ParameterizedTest
  @CsvSource({
    "高龄津贴发放, 高龄",
    "高龄津贴发放, 津贴",
    "高龄津贴发放, gaoling",
    "高龄津贴发放, jintie",
    "高龄津贴发放, gl",
    "高龄津贴发放, jtff",
    "高龄津贴发放, GaoLing Jin",
    "80周岁以上老年人高龄津贴发放, 80zhousui",
    "自然灾害生活救助资金给付, jifu",
    "自然灾害生活救助资金给付, jf",
    "个体工商户（银行开户）, yinhang",
    "个体工商户（银行开户）, (银行",
    "人民调解员补贴, tiaojie",
    "女职工生育津贴, nv",
    "𠮷野家开业, 开业",
    "𠮷野家开业, yejia",
    "高龄津贴发放, 511A-00",
  })
  void aNameIsFoundByAnyPartItsPinyinItsInitialsAndTheCode(String name, String typed) {
    assertThat(found(name, typed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"高龄津贴发放, aoling", "高龄津贴发放, 龄高", "高龄津贴发放, 11A", "高龄津贴发放, jinxie"})
  void andByNothingElse(String name, String typed) {
    assertThat(found(name, typed)).isFalse();
  }

  @Test
  void aVeryLongSearchIsCutAsTheTermsAre() {
    String name = "很长的事项名称".repeat(20);

    assertThat(found(name, name)).isTrue();
  }

  private static boolean found(String name, String typed) {
    String start = ItemTerms.normalize(typed);
    return ItemTerms.of("511A-0001", name).stream()
        .anyMatch(term -> term.compareTo(start) >= 0 && term.startsWith(start));
  }
}
