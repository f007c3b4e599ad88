package cn.lianban.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxRulesTest {
  private static final QuietHours NIGHT = QuietHours.parse("22:00-07:00");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T13:59:59Z, 2026-11-23T13:59:59Z",
    "2026-11-23T14:00:00Z, 2026-11-23T23:00:00Z",
    "2026-11-23T18:00:00Z, 2026-11-23T23:00:00Z",
    "2026-11-23T22:59:59Z, 2026-11-23T23:00:00Z",
    "2026-11-23T23:00:00Z, 2026-11-23T23:00:00Z"
  })
  void theNightEndsInTheMorning(Instant told, Instant sent) {
    assertThat(NIGHT.earliest(told)).isEqualTo(sent);
  }

  @Test
  void equalTimesAreNoQuietHours() {
    QuietHours none = QuietHours.parse("12:00-12:00");
    assertThat(none.hold(LocalTime.NOON)).isFalse();
  }

  @Test
  void waitingDoublesUpToHalfAnHourAndListensToTheGateway() {
    assertThat(Backoff.after(1, null)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Backoff.after(3, null)).isEqualTo(Duration.ofSeconds(120));
    assertThat(Backoff.after(40, null)).isEqualTo(Duration.ofMinutes(30));
    assertThat(Backoff.after(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    assertThat(Backoff.after(1, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"200,SENT", "204,SENT", "429,AGAIN", "503,AGAIN", "404,REFUSED", "302,REFUSED"})
  void onlyTechnicalFailuresAreTriedAgain(int status, Answer.Kind kind) {
    assertThat(Answer.ofStatus(status, null).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"0,SENT", "45009,AGAIN", "130101,AGAIN", "93000,REFUSED", "310000,REFUSED"})
  void robotsSayWhatHappenedInACode(int errcode, Answer.Kind kind) {
    assertThat(ChannelGateway.ofErrcode(Answer.sent(200), errcode).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1"
      })
  void insideAddressesAreNoWayOut(String address) throws UnknownHostException {
    assertThat(OutsideAddress.isOutside(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2400:3200::1"})
  void addressesOfTheInternetAre(String address) throws UnknownHostException {
    assertThat(OutsideAddress.isOutside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1.1.1.1/x", "https://127.0.0.1/x", "https://[::1]/x", "https://me@1.1.1.1/",
        "ftp://1.1.1.1/", "https:///x", "not an address", "https://2130706433/"
      })
  void aWayOutIsHttpsAndOutside(String address) {
    assertThat(OutsideAddress.fault(address, false)).isPresent();
  }

  @Test
  void aSignatureChangesWithTimeAndBody() {
    String one = ChannelGateway.signature("0123456789abcdef", "1700000000", "{}");
    assertThat(one)
        .startsWith("sha256=")
        .hasSize(71)
        .isNotEqualTo(ChannelGateway.signature("0123456789abcdef", "1700000001", "{}"))
        .isNotEqualTo(ChannelGateway.signature("0123456789abcdef", "1700000000", "{ }"));
  }

  @Test
  void aNumberIsMaskedInTheMiddle() {
    assertThat(Secrecy.masked("13812345678")).isEqualTo("138****5678");
  }

  @ParameterizedTest
  @CsvSource({
    "clock.red, 2026-11-23T23:00:00Z", // midnight: at seven
    "alert.climbed, 2026-11-23T23:00:00Z",
    "case.urged, 2026-11-23T16:00:00Z"
  })
  void whatClocksSayAtMidnightIsUrgentButWakesNobody(String kind, Instant sent) {
    Instant midnight = Instant.parse("2026-11-23T16:00:00Z");
    assertThat(
            SmsRule.when(
                kind,
                true,
                new Wishes.DistrictWish(true, NIGHT, LocalTime.of(8, 30), Set.of(), 0),
                Wishes.PersonWish.DEFAULT,
                midnight))
        .contains(sent);
  }
}
