package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void whatGoesInComesOutAsItsType() {
    Row row =
        Row.empty()
            .with("name", "区民政局")
            .with("days", 5)
            .with("amount", new BigDecimal("1200.500"))
            .with("on", LocalDate.of(2026, 3, 1))
            .with("at", Instant.parse("2026-03-01T01:30:00Z"))
            .with("open", true);

    assertThat(row.text("name")).isEqualTo("区民政局");
    assertThat(row.integer("days")).isEqualTo(5);
    assertThat(row.decimal("amount")).isEqualTo(new BigDecimal("1200.5"));
    assertThat(row.date("on")).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(row.instant("at")).isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
    assertThat(row.yesNo("open")).isTrue();
  }

  @Test
  void aListIsASetSoThatTheOrderInTheFileChangesNothing() {
    Row one = Row.empty().with("codes", List.of("11", "022", "11"));
    Row other = Row.empty().with("codes", List.of("022", "11"));

    assertThat(one.texts("codes")).containsExactly("022", "11");
    assertThat(one.text("codes")).isEqualTo(other.text("codes"));
    assertThat(Row.empty().with("codes", List.of()).texts("codes")).isEmpty();
  }

  @Test
  void aColumnThatIsNotThereIsNotAnEmptyOne() {
    Row row = Row.empty().with("phone", null);

    assertThat(row.has("phone")).isTrue();
    assertThat(row.text("phone")).isNull();
    assertThat(row.has("name")).isFalse();
  }

  @Test
  void itsTextTellsNoPersonalData() {
    assertThat(Row.empty().with("name", "王小明").toString()).doesNotContain("王小明");
  }
}
