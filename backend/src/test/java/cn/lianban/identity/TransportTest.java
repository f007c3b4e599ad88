package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class TransportTest {
  @Test
  void outsideTheDemoPlainHttpIsRefusedInClearWords() throws Exception {
    var answer = ask(new Transport(false), "/graphql", false);

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("https");
  }

  @Test
  void httpsAndTheHealthCheckPass() throws Exception {
    assertThat(ask(new Transport(false), "/graphql", true).getStatus()).isEqualTo(200);
    assertThat(ask(new Transport(false), "/actuator/health/liveness", false).getStatus())
        .isEqualTo(200);
    assertThat(ask(new Transport(false), "/actuator/healthy", false).getStatus()).isEqualTo(403);
  }

  @Test
  void theDemoAnswersPlainHttp() throws Exception {
    assertThat(ask(new Transport(true), "/graphql", false).getStatus()).isEqualTo(200);
  }

  @Test
  void theSessionCookieIsBoundToTheHost() {
    assertThat(cookieOf(new Transport(false)))
        .startsWith("__Host-lianban=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(cookieOf(new Transport(true)))
        .startsWith("lianban=")
        .contains("Path=/", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
  }

  private static String cookieOf(Transport transport) {
    var response = new MockHttpServletResponse();
    transport
        .sessionCookie()
        .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "x"));
    return response.getHeader("Set-Cookie");
  }

  private static MockHttpServletResponse ask(Transport transport, String path, boolean secure)
      throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.setSecure(secure);
    var response = new MockHttpServletResponse();
    transport.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
