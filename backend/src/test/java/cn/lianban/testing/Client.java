package cn.lianban.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as the API sees it: cookies, the CSRF header, GraphQL by POST. */
public final class Client {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** One engine, with its threads and connections, for all browsers; each has its own cookies. */
  private static final HttpClient SHARED = engine().build();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final int port;
  private final String path;

  Client(int port, String path) {
    this(port, path, null);
  }

  /**
   * @param from the loopback address this browser calls from, null: the machine's choice
   */
  Client(int port, String path, InetAddress from) {
    this.port = port;
    this.path = path;
    this.http = from == null ? SHARED : engine().localAddress(from).build();
  }

  private static HttpClient.Builder engine() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  /** A new idempotency key. */
  public static String key() {
    return UUID.randomUUID().toString();
  }

  public void signIn(String loginName, String password) {
    HttpResponse<String> answer = trySignIn(loginName, password);
    if (answer.statusCode() != 204) {
      throw new AssertionError("sign-in failed: " + answer.statusCode() + " " + answer.body());
    }
  }

  /**
   * @param headers name, value, name, value …
   */
  public HttpResponse<String> trySignIn(String loginName, String password, String... headers) {
    csrf();
    return post(
        "/sign-in",
        "application/x-www-form-urlencoded",
        "username=" + encoded(loginName) + "&password=" + encoded(password),
        headers);
  }

  /** The value of a cookie, null when the browser has none of that name. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Plants a cookie, as an attacker on the same machine would. */
  public void plantCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookies.getCookieStore().add(URI.create("http://localhost:" + port + "/"), cookie);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The answer's data; fails when there are top-level errors. */
  public JsonNode data(String document, Object... variables) {
    JsonNode answer = raw(document, variables);
    if (answer.has("errors")) {
      throw new AssertionError("unexpected errors: " + answer);
    }
    return answer.get("data");
  }

  /** Code of the first top-level error; fails when there is none. */
  public String errorCode(String document, Object... variables) {
    JsonNode answer = raw(document, variables);
    if (!answer.has("errors")) {
      throw new AssertionError("expected an error: " + answer);
    }
    return answer.at("/errors/0/extensions/code").asString();
  }

  /**
   * @param variables name, value, name, value …
   */
  public JsonNode raw(String document, Object... variables) {
    Map<String, Object> values = new java.util.LinkedHashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      values.put((String) variables[i], variables[i + 1]);
    }
    String body = JSON.writeValueAsString(Map.of("query", document, "variables", values));
    csrf();
    HttpResponse<String> answer = post(path, "application/json", body);
    if (answer.statusCode() != 200) {
      throw new AssertionError("HTTP " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private void csrf() {
    if (csrfToken() == null) {
      send(request("/csrf").GET().build());
    }
  }

  /** The value of the CSRF cookie, null before the server has set it. */
  public String csrfToken() {
    return cookie("XSRF-TOKEN");
  }

  /**
   * @param headers name, value, name, value …
   */
  public HttpResponse<String> post(String where, String type, String body, String... headers) {
    HttpRequest.Builder request = request(where).header("Content-Type", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    String token = csrfToken();
    if (token != null) {
      request.header("X-XSRF-TOKEN", token);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /**
   * @param headers name, value, name, value …
   */
  public HttpResponse<String> put(String where, byte[] body, String... headers) {
    csrf();
    HttpRequest.Builder request =
        request(where).headers(headers).header("X-XSRF-TOKEN", csrfToken());
    return send(request.PUT(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /** The Cookie header this browser would send. */
  public String cookieHeader() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(java.util.stream.Collectors.joining("; "));
  }

  /** A body that is a file, beside GraphQL. */
  public HttpResponse<String> upload(String where, byte[] body) {
    csrf();
    HttpRequest.Builder request = request(where).header("Content-Type", "application/octet-stream");
    String token = csrfToken();
    if (token != null) {
      request.header("X-XSRF-TOKEN", token);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /** A file that is answered. */
  public HttpResponse<byte[]> download(String where) {
    return bytes(request(where).GET().build());
  }

  /** A file that is answered to a body. */
  public HttpResponse<byte[]> uploadForBytes(String where, String body) {
    csrf();
    HttpRequest.Builder request = request(where).header("Content-Type", "application/json");
    String token = csrfToken();
    if (token != null) {
      request.header("X-XSRF-TOKEN", token);
    }
    return bytes(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpResponse<byte[]> bytes(HttpRequest request) {
    return sent(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** With the cookies that this browser has by now; keeps those that come. */
  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      HttpRequest.Builder whole = HttpRequest.newBuilder(request, (name, value) -> true);
      cookies
          .get(request.uri(), Map.of())
          .forEach((name, values) -> whole.header(name, String.join("; ", values)));
      HttpResponse<T> answer = http.send(whole.build(), body);
      cookies.put(request.uri(), answer.headers().map());
      return answer;
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * @param headers name, value, name, value …
   */
  public HttpResponse<String> get(String where, String... headers) {
    HttpRequest.Builder request = request(where);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET().build());
  }

  private HttpRequest.Builder request(String where) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + where));
  }

  private HttpResponse<String> send(HttpRequest request) {
    return sent(request, HttpResponse.BodyHandlers.ofString());
  }
}
