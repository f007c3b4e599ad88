package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
  private final SecretBox box = new SecretBox(new byte[32]);

  @Test
  void whatIsSealedOpensInItsPlaceOnlyAndUnderItsKeyOnly() {
    byte[] sealed = box.seal("totp:5:17", SECRET);
    byte[] other = new byte[32];
    other[3] = 1;

    assertThat(box.open("totp:5:17", sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(box.seal("totp:5:17", SECRET)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> box.open("totp:5:18", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new SecretBox(other).open("totp:5:17", sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open("totp:5:17", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theKeyIsMadeOnceForItsOwnerOnly(@TempDir Path folder) throws IOException {
    byte[] sealed = new SecretBox("", folder.resolve("data").toString()).seal("x", SECRET);

    Path file = folder.resolve("data/secret-key");
    assertThat(new SecretBox("", folder.resolve("data").toString()).open("x", sealed))
        .isEqualTo(SECRET);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.list(folder.resolve("data"))).containsExactly(file);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new SecretBox("c2hvcnQ=", "unused"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lianban.secret-key");
  }
}
