package cn.lianban.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** HTTP to the outside: short time limits, no redirects, little of an answer is read. */
@Component
class HttpDoor {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int READ = 4_096; // bytes
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Never throws; what could not be reached is technical. */
  Reply post(URI where, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(where)
            .timeout(WHOLE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream stream = answer.body()) {
        String start = new String(stream.readNBytes(READ), StandardCharsets.UTF_8);
        return new Reply(Answer.ofStatus(answer.statusCode(), wait(answer)), start);
      }
    } catch (IOException unreachable) {
      String fault = unreachable.getClass().getSimpleName();
      return new Reply(Answer.again(null, "连接失败 " + fault, null), "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Reply(Answer.again(null, "服务停止", null), "");
    }
  }

  /** Retry-After in seconds; its form as a date is rare and left to our own waiting. */
  private static @Nullable Duration wait(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  /**
   * @param start of the body
   */
  record Reply(Answer answer, String start) {}
}
