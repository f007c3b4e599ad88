package cn.lianban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StorageTest {
  /** "GET Object" of Amazon's documentation of Signature Version 4. */
  @Test
  void theSignatureIsAmazonsOwn() {
    S3Signature signature =
        new S3Signature(
            "us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    String header =
        signature
            .headers(
                "GET",
                "examplebucket.s3.amazonaws.com",
                "/test.txt",
                Map.of(),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Map.of("range", "bytes=0-9"),
                Instant.parse("2013-05-24T00:00:00Z"))
            .get("authorization");

    assertThat(header)
        .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  private static FilesSettings.S3 settings(FakeS3 store, String secret) {
    return new FilesSettings.S3(
        store.endpoint(), "cn-test-1", "lian-ban", FakeS3.ACCESS_KEY, secret, "一区/");
  }

  @Test
  void filesArePutReadListedPageByPageAndDeleted(@TempDir Path folder) throws Exception {
    try (FakeS3 store = new FakeS3()) {
      S3Storage storage = new S3Storage(settings(store, FakeS3.SECRET_KEY));
      for (int i = 0; i < 5; i++) {
        byte[] content = ("content " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("f" + i), content);
        storage.put("7/key " + i, file, Sha256.of(content));
      }

      assertThat(storage.open("7/key 3").readAllBytes()).asString().isEqualTo("content 3");
      List<String> keys = new ArrayList<>();
      storage.list(kept -> keys.add(kept.key()));
      assertThat(keys).containsExactly("7/key 0", "7/key 1", "7/key 2", "7/key 3", "7/key 4");
      storage.delete("7/key 3");
      storage.delete("7/key 3");
      assertThatThrownBy(() -> storage.open("7/key 3")).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void aWrongSecretAndABodyThatIsNotWhatWasSignedAreRefused(@TempDir Path folder) throws Exception {
    try (FakeS3 store = new FakeS3()) {
      Path file = Files.writeString(folder.resolve("f"), "content");
      S3Storage stranger = new S3Storage(settings(store, "another secret"));
      assertThatThrownBy(() -> stranger.put("7/a", file, Sha256.of("content")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403");
      S3Storage ours = new S3Storage(settings(store, FakeS3.SECRET_KEY));
      assertThatThrownBy(() -> ours.put("7/a", file, Sha256.of("other content")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("400");
    }
  }
}
