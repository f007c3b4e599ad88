package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashesTest {
  @Test
  void theThirdAtOnceIsToldToComeAgainAndAFreedTurnIsGivenOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    PasswordHashes hashes = new PasswordHashes(new Slow(begun, goOn), 2, Duration.ZERO);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = people.submit(() -> hashes.encode("a"));
      var second = people.submit(() -> hashes.encode("b"));
      begun.await();

      assertThatThrownBy(() -> hashes.encode("c")).isInstanceOf(PasswordHashes.Busy.class);

      goOn.countDown();
      assertThat(first.get() + second.get()).isEqualTo("ab");
      assertThat(hashes.encode("c")).isEqualTo("c");
    }
  }

  private record Slow(CountDownLatch begun, CountDownLatch goOn) implements PasswordEncoder {
    @Override
    public String encode(CharSequence password) {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      return password.toString();
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      return encode(password).equals(hash);
    }
  }
}
