package cn.lianban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.organisation.ServicePoint.Hours;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTimesTest {
  @Test
  void aLunchBreakMakesTwoSpansInOrder() {
    var spans = OpeningTimes.checked(of("1 14:00 17:30", "1 09:00 12:00", "2 09:00 17:00"));

    assertThat(spans.stream().map(s -> s.weekday() + " " + OpeningTimes.text(s.opens())))
        .containsExactly("1 09:00", "1 14:00", "2 09:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 09:00 10:00",
        "8 09:00 10:00",
        "1 9:00 10:00",
        "1 09:00 24:00",
        "1 10:00 10:00",
        "1 17:00 09:00",
        "1 09:00 12:00,1 11:59 13:00",
        "1 06:00 07:00,1 08:00 09:00,1 10:00 11:00,1 12:00 13:00"
      })
  void whatNoClockShowsIsRefused(String spans) {
    assertThatThrownBy(() -> OpeningTimes.checked(of(spans.split(","))))
        .isInstanceOf(Rejected.class);
  }

  private static List<Hours> of(String... spans) {
    return Arrays.stream(spans)
        .map(span -> span.split(" "))
        .map(part -> new Hours(Integer.parseInt(part[0]), part[1], part[2]))
        .toList();
  }
}
