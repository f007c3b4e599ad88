package cn.lianban.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Knows one virus, the harmless one; off unless a test turns it on for a while. */
@Component
@Primary
public final class TestScanner implements VirusScanner {
  /** In two halves, so that no scanner stumbles over this very source. */
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private volatile boolean on;

  /** What it cannot take, as a daemon whose size limit is below ours. */
  static final String TOO_LARGE = "TOO LARGE FOR THIS SCANNER";

  private volatile boolean reachable = true;

  void turn(boolean on, boolean reachable) {
    this.on = on;
    this.reachable = reachable;
  }

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public Optional<String> scan(InputStream content) throws IOException {
    if (!reachable) {
      throw new ScannerDown("no scanner", new IOException("refused"));
    }
    String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    if (text.contains(TOO_LARGE)) {
      throw new IOException("INSTREAM size limit exceeded");
    }
    return text.contains(EICAR) ? Optional.of("Eicar-Test-Signature") : Optional.empty();
  }
}
