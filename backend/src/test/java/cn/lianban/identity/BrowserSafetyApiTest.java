package cn.lianban.identity;

import static cn.lianban.db.machinery.Tables.SPRING_SESSION;
import static cn.lianban.db.machinery.Tables.SPRING_SESSION_ATTRIBUTES;
import static cn.lianban.testing.TestDistricts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;

class BrowserSafetyApiTest extends ApiTestBase {
  private static final String QUERY = "{\"query\":\"{ apiVersion }\"}";
  @Autowired private DSLContext sql;

  @Test
  void graphqlIsAskedByJsonPostOnly() {
    Client client = anonymous();
    client.get("/csrf");

    assertThat(client.get("/graphql?query=%7BapiVersion%7D").body())
        .doesNotContain("apiVersion\":");
    assertThat(client.get("/graphql?query=%7BapiVersion%7D").statusCode()).isBetween(400, 499);
    for (String type :
        new String[] {
          "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
        }) {
      assertThat(client.post("/graphql", type, QUERY).statusCode()).as(type).isEqualTo(415);
    }
    assertThat(client.post("/graphql", "application/json", QUERY).statusCode()).isEqualTo(200);
    assertThat(client.post("/graphql", "application/json", "[" + QUERY + "]").statusCode())
        .isBetween(400, 499);
  }

  @Test
  void withoutTheCsrfHeaderNothingIsPosted() {
    // each time another browser: a refusal hands out the token
    assertThat(anonymous().post("/graphql", "application/json", QUERY).statusCode()).isEqualTo(403);
    assertThat(
            anonymous()
                .post("/sign-in", "application/x-www-form-urlencoded", "username=a&password=b")
                .statusCode())
        .isEqualTo(403);
  }

  /** There is nothing another site could ride on: no cookie counts under a district's path. */
  @Test
  void aVisitorAsksWithoutTheCsrfHeaderAndWhateverCookieHeBringsCountsForNothing() {
    TestDistrict here = districts.fresh();
    String path = "/d/" + here.code() + "/graphql";
    String who = "{\"query\":\"" + SecondFactorStory.WHO + "\"}";

    assertThat(anonymous().post(path, "application/json", QUERY).body())
        .contains("\"apiVersion\":\"1\"");
    assertThat(signedIn(here, "clerk@east").post(path, "application/json", who).body())
        .doesNotContain(here.loginOf("clerk@east"));
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      assertThat(anonymous().post(path, type, QUERY).statusCode()).as(type).isEqualTo(403);
    }
  }

  @Test
  void aVisitorIsGivenNoSessionAndNoCookie() {
    TestDistrict here = districts.fresh();
    var answer =
        anonymous().post("/d/" + here.code() + "/graphql", "application/json", QUERY).headers();

    assertThat(answer.allValues("Set-Cookie")).isEmpty();
    assertThatItTellsTheBrowserToBeCareful(answer);
  }

  @Test
  void everyAnswerTellsTheBrowserToBeCareful() {
    assertThatItTellsTheBrowserToBeCareful(anonymous().get("/csrf").headers());
  }

  private static void assertThatItTellsTheBrowserToBeCareful(HttpHeaders headers) {
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
  }

  @Test
  void theSessionCookieIsOutOfReachForScripts() {
    TestDistrict here = districts.fresh();
    var answer = anonymous().trySignIn(here.loginOf("clerk@east"), PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("lianban=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void aSessionHoldsTwoIdsAndATimeAndNothingElse() throws Exception {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    String id = new String(Base64.getDecoder().decode(clerk.cookie("lianban")));

    Map<String, byte[]> kept =
        districts.in(
            here.id(),
            () ->
                sql.select(
                        SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME,
                        SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES)
                    .from(SPRING_SESSION_ATTRIBUTES)
                    .join(SPRING_SESSION)
                    .on(SPRING_SESSION.PRIMARY_ID.eq(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID))
                    .where(SPRING_SESSION.SESSION_ID.eq(id))
                    .fetchMap(
                        SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME,
                        SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_BYTES));

    // when the password was last typed: asked again before a factor is changed
    assertThat(kept).containsOnlyKeys("SPRING_SECURITY_CONTEXT", "lianban.proved");
    var who = context(kept.get("SPRING_SECURITY_CONTEXT")).getAuthentication();
    assertThat(who.getName()).matches(here.id() + ":\\d+");
    assertThat(who.getDetails()).isEqualTo("");
    assertThat(who.getCredentials()).isNull();
    assertThat(who.getAuthorities()).isEmpty();
  }

  private static SecurityContext context(byte[] kept) throws IOException, ClassNotFoundException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(kept))) {
      return (SecurityContext) in.readObject();
    }
  }
}
