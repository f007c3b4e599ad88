package cn.lianban.files;

import cn.lianban.graphql.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An S3-compatible store by four requests (put, get, delete, list), path style, signed. The store
 * checks the digest of what we put, so an acknowledged file is the file.
 */
final class S3Storage implements Storage {
  private static final String EMPTY = S3Signature.hex(Sha256.of(new byte[0]));
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final FilesSettings.S3 settings;
  private final URI endpoint;
  private final S3Signature signature;

  S3Storage(FilesSettings.S3 settings) {
    this.settings = settings;
    this.endpoint = URI.create(settings.endpoint());
    this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey());
  }

  @Override
  public String kind() {
    return "S3";
  }

  @Override
  public void put(String key, Path file, byte[] sha256) throws IOException {
    HttpRequest.Builder request =
        request("PUT", path(key), Map.of(), S3Signature.hex(sha256))
            .PUT(HttpRequest.BodyPublishers.ofFile(file))
            .timeout(Duration.ofMinutes(10));
    try (InputStream answer = send(request)) {
      answer.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    return send(request("GET", path(key), Map.of(), EMPTY).GET());
  }

  @Override
  public void delete(String key) throws IOException {
    try (InputStream answer = send(request("DELETE", path(key), Map.of(), EMPTY).DELETE())) {
      answer.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (NoSuchFileException gone) {
      // as wanted
    }
  }

  @Override
  public void list(Consumer<Kept> each) throws IOException {
    String next = "";
    do {
      Map<String, String> query = new HashMap<>();
      query.put("list-type", "2");
      query.put("prefix", settings.prefix());
      if (!next.isEmpty()) {
        query.put("continuation-token", next);
      }
      String bucket = "/" + S3Signature.encoded(settings.bucket());
      Element page;
      try (InputStream answer = send(request("GET", bucket, query, EMPTY).GET())) {
        page = parsed(answer);
      }
      NodeList contents = page.getElementsByTagName("Contents");
      for (int i = 0; i < contents.getLength(); i++) {
        Element one = (Element) contents.item(i);
        String key = text(one, "Key").substring(settings.prefix().length());
        each.accept(new Kept(key, Instant.parse(text(one, "LastModified"))));
      }
      next = text(page, "NextContinuationToken");
    } while (!next.isEmpty());
  }

  private String path(String key) {
    return "/"
        + S3Signature.encoded(settings.bucket())
        + "/"
        + Arrays.stream((settings.prefix() + key).split("/"))
            .map(S3Signature::encoded)
            .collect(Collectors.joining("/"));
  }

  private HttpRequest.Builder request(
      String method, String path, Map<String, String> query, String bodyHash) {
    String asked = query.isEmpty() ? "" : "?" + S3Signature.query(query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve(path + asked)).timeout(Duration.ofSeconds(30));
    signature
        .headers(method, endpoint.getAuthority(), path, query, bodyHash, Map.of(), Instant.now())
        .forEach(request::header);
    return request;
  }

  private InputStream send(HttpRequest.Builder built) throws IOException {
    HttpRequest request = built.build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() / 100 == 2) {
        return answer.body();
      }
      try (InputStream body = answer.body()) {
        body.readNBytes(64 * 1024);
      }
      if (answer.statusCode() == 404) {
        throw new NoSuchFileException(request.uri().getPath());
      }
      throw new IOException(
          "the store answered " + request.method() + " with " + answer.statusCode());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static Element parsed(InputStream answer) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(answer).getDocumentElement();
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IOException("the store's list cannot be read", broken);
    }
  }

  private static String text(@Nullable Element parent, String name) {
    NodeList found = java.util.Objects.requireNonNull(parent).getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
