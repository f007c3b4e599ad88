package cn.lianban.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon by its INSTREAM command, over TCP or its local socket. Its StreamMaxLength must
 * not be below our limit of a file.
 */
final class Clamd implements VirusScanner {
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CHUNK = 64 * 1024;
  private final SocketAddress address;

  /**
   * @param where {@code host:port}, or an absolute path
   */
  Clamd(String where) {
    int colon = where.lastIndexOf(':');
    this.address =
        where.startsWith("/")
            ? UnixDomainSocketAddress.of(where)
            : new InetSocketAddress(
                where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Optional<String> scan(InputStream content) throws IOException {
    try (SocketChannel channel = open()) {
      String answer = askInTime(channel, content);
      if (answer.equals("stream: OK")) {
        return Optional.empty();
      }
      Matcher found = FOUND.matcher(answer);
      if (found.matches()) {
        return Optional.of(found.group(1));
      }
      throw new IOException("clamd says: " + answer);
    }
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    try {
      channel.connect(address);
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw new ScannerDown("clamd cannot be reached at " + address, failed);
    }
  }

  /** A daemon that never answers must not stop the round for good. */
  private static String askInTime(SocketChannel channel, InputStream content) throws IOException {
    Thread guard =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(PATIENCE);
                    channel.close();
                  } catch (InterruptedException | IOException answered) {
                    // nothing is left to guard
                  }
                });
    try {
      return ask(channel, content);
    } finally {
      guard.interrupt();
    }
  }

  /** Each chunk is led by its length in four bytes; a length of zero ends the stream. */
  private static String ask(SocketChannel channel, InputStream content) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    DataOutputStream framed = new DataOutputStream(out);
    framed.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    byte[] chunk = new byte[CHUNK];
    for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
      framed.writeInt(read);
      framed.write(chunk, 0, read);
    }
    framed.writeInt(0);
    framed.flush();
    byte[] answer = Channels.newInputStream(channel).readNBytes(4096);
    return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
