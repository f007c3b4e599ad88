package cn.lianban.files;

import cn.lianban.graphql.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 for service {@code s3}; pure, checked against AWS's own example. */
record S3Signature(String region, String accessKey, String secretKey) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * All headers of the signed request but {@code host}, which the client writes itself.
   *
   * @param path as it is sent: each segment encoded
   * @param bodyHash lower-case hex of the body's SHA-256
   * @param more headers to sign as well, names in lower case
   */
  SortedMap<String, String> headers(
      String method,
      String host,
      String path,
      Map<String, String> query,
      String bodyHash,
      Map<String, String> more,
      Instant at) {
    SortedMap<String, String> headers = new TreeMap<>(more);
    headers.put("host", host);
    headers.put("x-amz-content-sha256", bodyHash);
    headers.put("x-amz-date", TIME.format(at));
    String names = String.join(";", headers.keySet());
    String canonical =
        String.join(
            "\n",
            method,
            path,
            query(query),
            headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining()),
            names,
            bodyHash);
    String day = TIME.format(at).substring(0, 8);
    String scope = day + "/" + region + "/s3/aws4_request";
    String text =
        "AWS4-HMAC-SHA256\n" + TIME.format(at) + "\n" + scope + "\n" + hex(Sha256.of(canonical));
    headers.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s"
            .formatted(accessKey, scope, names, hex(mac(key(day), text))));
    headers.remove("host");
    return headers;
  }

  /** The query string in the order and coding that is signed. */
  static String query(Map<String, String> query) {
    return new TreeMap<>(query)
        .entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** RFC 3986's unreserved characters stay. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private byte[] key(String day) {
    byte[] secret = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    return mac(mac(mac(mac(secret, day), region), "s3"), "aws4_request");
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
