package cn.lianban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClamdTest {
  private static ByteArrayInputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void itSpeaksTheDaemonsLanguageAndHearsWhatWasFound() throws Exception {
    try (FakeClamd daemon = new FakeClamd()) {
      Clamd clamd = new Clamd("localhost:" + daemon.port());

      assertThat(clamd.scan(content("x".repeat(200_000)))).isEmpty();
      assertThat(clamd.scan(content(TestScanner.EICAR))).contains("Eicar-Test-Signature");
      assertThatThrownBy(() -> clamd.scan(content("too large")))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(ScannerDown.class) // that file's, not everybody's
          .hasMessageContaining("size limit");
    }
  }

  @Test
  void aDaemonThatIsNotThereIsNoVerdict() {
    assertThatThrownBy(() -> new Clamd("localhost:1").scan(content("x")))
        .isInstanceOf(ScannerDown.class);
  }

  /** Reads INSTREAM as clamd does, for three connections. */
  private static final class FakeClamd implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    FakeClamd() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      try {
        while (true) {
          try (Socket line = server.accept()) {
            answer(line);
          }
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    private static void answer(Socket line) throws IOException {
      DataInputStream in = new DataInputStream(line.getInputStream());
      String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        body.write(in.readNBytes(length));
      }
      String text = body.toString(StandardCharsets.ISO_8859_1);
      String verdict =
          !command.equals("zINSTREAM\0")
              ? "UNKNOWN COMMAND"
              : text.equals("too large")
                  ? "INSTREAM size limit exceeded. ERROR"
                  : text.contains("EICAR") ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
      line.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
