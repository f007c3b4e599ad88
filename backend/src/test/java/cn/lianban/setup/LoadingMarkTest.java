package cn.lianban.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingMarkTest {
  @TempDir Path folder;

  private boolean marked() {
    return Files.exists(folder.resolve("demo-loading"));
  }

  @Test
  void itIsThereWhileTheDemoIsLoadedAndStaysWhenTheLoadIsBrokenOff() {
    LoadingMark mark = new LoadingMark("", folder);

    assertThat(mark.during(true, this::marked)).isTrue();
    assertThat(marked()).isFalse();
    assertThatThrownBy(
            () ->
                mark.during(
                    true,
                    () -> {
                      throw new IllegalStateException("broken off");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(marked()).isTrue();
  }

  @Test
  void nothingIsMarkedWhereOthersAreToo() {
    assertThat(new LoadingMark("", folder).during(false, this::marked)).isFalse();
    assertThat(new LoadingMark("postgres://a:b@db/lianban", folder).during(true, this::marked))
        .isFalse();
  }
}
