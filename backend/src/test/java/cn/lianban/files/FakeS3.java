package cn.lianban.files;

import cn.lianban.graphql.Sha256;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store in memory that reckons every signature from the raw request by itself, sharing no code
 * with the client, and checks a body against the digest that was signed. Lists two keys a page.
 */
final class FakeS3 implements AutoCloseable {
  static final String ACCESS_KEY = "AK7";
  static final String SECRET_KEY = "secret/+7";
  private static final int PAGE = 2;
  private final SortedMap<String, byte[]> kept = new TreeMap<>();
  private final HttpServer server;

  FakeS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/lian-ban", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String told = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
      if (!signature(exchange)
          .equals(
              exchange
                  .getRequestHeaders()
                  .getFirst("Authorization")
                  .replaceAll(".*Signature=", ""))) {
        reply(exchange, 403, new byte[0]);
      } else if (!HexFormat.of().formatHex(Sha256.of(body)).equals(told)) {
        reply(exchange, 400, new byte[0]);
      } else {
        serve(exchange, body);
      }
    }
  }

  private void serve(HttpExchange exchange, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String key = path.length() > 10 ? path.substring("/lian-ban/".length()) : "";
    switch (exchange.getRequestMethod() + (key.isEmpty() ? " LIST" : "")) {
      case "PUT" -> {
        kept.put(key, body);
        reply(exchange, 200, new byte[0]);
      }
      case "DELETE" -> reply(exchange, kept.remove(key) == null ? 404 : 204, new byte[0]);
      case "GET LIST" -> reply(exchange, 200, list(exchange.getRequestURI()));
      default -> {
        byte[] found = kept.get(key);
        reply(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
      }
    }
  }

  private byte[] list(URI asked) {
    String after = "";
    for (String part : asked.getRawQuery().split("&")) {
      if (part.startsWith("continuation-token=")) {
        after = URLDecoder.decode(part.substring(19), StandardCharsets.UTF_8);
      }
    }
    String from = after;
    List<String> keys =
        kept.keySet().stream().filter(key -> key.compareTo(from) > 0).limit(PAGE + 1L).toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    for (String key : keys.subList(0, Math.min(PAGE, keys.size()))) {
      xml.append("<Contents><Key>").append(key);
      xml.append("</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>");
    }
    if (keys.size() > PAGE) {
      xml.append("<NextContinuationToken>").append(keys.get(PAGE - 1));
      xml.append("</NextContinuationToken>");
    }
    return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String signature(HttpExchange exchange) {
    String credentials = exchange.getRequestHeaders().getFirst("Authorization");
    String names = credentials.replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
    String headers =
        Arrays.stream(names.split(";"))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
            .collect(Collectors.joining());
    URI asked = exchange.getRequestURI();
    String query =
        asked.getRawQuery() == null
            ? ""
            : Arrays.stream(asked.getRawQuery().split("&"))
                .sorted()
                .collect(Collectors.joining("&"));
    String bodyHash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    String canonical =
        exchange.getRequestMethod()
            + "\n"
            + asked.getRawPath()
            + "\n"
            + query
            + "\n"
            + headers
            + "\n"
            + names
            + "\n"
            + bodyHash;
    String time = exchange.getRequestHeaders().getFirst("x-amz-date");
    String day = time.substring(0, 8);
    String text =
        "AWS4-HMAC-SHA256\n"
            + time
            + "\n"
            + day
            + "/cn-test-1/s3/aws4_request\n"
            + HexFormat.of().formatHex(Sha256.of(canonical));
    byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    for (String step : List.of(day, "cn-test-1", "s3", "aws4_request", text)) {
      key = mac(key, step);
    }
    return HexFormat.of().formatHex(key);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
