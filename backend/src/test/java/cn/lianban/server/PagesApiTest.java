package cn.lianban.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesApiTest extends ApiTestBase {
  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private HttpResponse<String> page(String path) {
    return get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  @ParameterizedTest
  @CsvSource({
    "/, staff",
    "/queue, staff",
    "/cases/Q2FzZTox, staff",
    "/rate/511602/, rate",
    "/rate/511602, rate",
    "/apply/511602/SXRlbTox, apply",
    "/progress, progress",
    "/calculator, calculator"
  })
  void everyPageHasItsEntry(String path, String title) {
    HttpResponse<String> answer = page(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>" + title + "</title>");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/app-0123abcd.js", "/citizen/assets/rate-0123abcd.js"})
  void filesWithAHashAreKeptForAYear(String path) {
    HttpResponse<String> answer = page(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=31536000", "immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/gone-0123.js",
        "/assets/gone",
        "/citizen/assets/gone-0123.js",
        "/trusted-documents.json",
        "/missing.png",
        "/actuator",
        "/actuator/env",
        "/d/000000/nothing",
        "/export/nothing"
      })
  void whatIsNotThereIsNotFoundAndNoSignInPage(String path) {
    HttpResponse<String> answer = page(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("<title>staff</title>", "Exception");
  }

  @Test
  void aProgramThatAsksForAnUnknownPathGetsNoPage() {
    assertThat(get("/nothing-here", "Accept", "application/json").statusCode()).isEqualTo(404);
  }

  @Test
  void noPathLeadsOutOfTheFolder() {
    for (String path :
        new String[] {"/..%2fapplication.yaml", "/assets/..%2f..%2fapplication.yaml"}) {
      assertThat(page(path).body()).doesNotContain("spring", "datasource");
    }
  }

  @Test
  void healthAndReadinessAreForEverybodyAndTellNoDetails() {
    for (String path :
        new String[] {
          "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"
        }) {
      HttpResponse<String> answer = get(path, "X-Forwarded-For", "203.0.113.7");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"UP\"").doesNotContain("PostgreSQL", "components");
    }
  }

  @Test
  void metricsAreForThisMachineOnly() {
    assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7").statusCode())
        .isEqualTo(404);
  }
}
