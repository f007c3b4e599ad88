package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleRuleTest {
  @ParameterizedTest
  @CsvSource({"1,0", "4,0", "5,1", "6,2", "7,4", "8,8", "9,15", "10,15", "2000000000,15"})
  void theWaitDoublesUpToAQuarterOfAnHour(int failures, int minutes) {
    assertThat(ThrottleRule.block(failures)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void addressesOfOneIpv6SubscriberCountAsOne() {
    assertThat(ThrottleRule.network("2001:db8:1:2::1"))
        .isEqualTo(ThrottleRule.network("2001:db8:1:2:aaaa::9"))
        .isNotEqualTo(ThrottleRule.network("2001:db8:1:3::1"));
    assertThat(ThrottleRule.network("10.0.0.1")).isNotEqualTo(ThrottleRule.network("10.0.0.2"));
  }
}
