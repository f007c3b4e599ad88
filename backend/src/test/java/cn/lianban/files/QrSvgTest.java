package cn.lianban.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");
  private static final int QUIET = 4;

  @Test
  void thePathDrawsACodeThatReadsBackAsTheLink() throws Exception {
    String link = "https://lianban.example.cn/rate/511602/#" + "A".repeat(43);

    BitMatrix drawn = modules(QrSvg.of(link));

    assertThat(new Decoder().decode(drawn).getText()).isEqualTo(link);
  }

  private static BitMatrix modules(String svg) {
    Matcher side = SIDE.matcher(svg);
    assertThat(side.find()).isTrue();
    int all = Integer.parseInt(side.group(1));
    BitMatrix bits = new BitMatrix(all - 2 * QUIET);
    Matcher run = RUN.matcher(svg);
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) - QUIET;
      int y = Integer.parseInt(run.group(2)) - QUIET;
      bits.setRegion(x, y, Integer.parseInt(run.group(3)), 1);
    }
    return bits;
  }
}
