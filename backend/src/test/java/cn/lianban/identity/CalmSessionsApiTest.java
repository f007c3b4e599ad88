package cn.lianban.identity;

import static cn.lianban.db.machinery.Tables.SPRING_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CalmSessionsApiTest extends ApiTestBase {
  @Autowired private DSLContext sql;
  @Autowired private TenantScope scope;

  private String principal(TestDistrict here) {
    return districts.in(
        here.id(),
        () ->
            sql.select(SPRING_SESSION.PRINCIPAL_NAME)
                .from(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.startsWith(here.id() + ":"))
                .fetchSingle(SPRING_SESSION.PRINCIPAL_NAME));
  }

  private long lastAccess(TestDistrict here, String principal) {
    return districts.in(
        here.id(),
        () ->
            sql.select(SPRING_SESSION.LAST_ACCESS_TIME)
                .from(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(principal))
                .fetchSingle(SPRING_SESSION.LAST_ACCESS_TIME));
  }

  @Test
  void aRequestWritesNothingIntoAYoungSession() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    String principal = principal(here);
    long before = lastAccess(here, principal);

    clerk.data("{ units { id } }");

    assertThat(lastAccess(here, principal)).isEqualTo(before);
  }

  @Test
  void aSessionThatIsUsedStaysAlive() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    String principal = principal(here);
    long twoMinutesAgo = lastAccess(here, principal) - 120_000;
    districts.in(
        here.id(),
        () ->
            scope.write(
                () ->
                    sql.update(SPRING_SESSION)
                        .set(SPRING_SESSION.LAST_ACCESS_TIME, twoMinutesAgo)
                        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(principal))
                        .execute()));

    clerk.data("{ units { id } }");

    assertThat(lastAccess(here, principal)).isGreaterThanOrEqualTo(twoMinutesAgo + 120_000);
  }

  @Test
  void aRememberedSessionThatSomebodyElseEndedIsOverOnTheNextRequest() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");
    clerk.data("{ units { id } }");
    String principal = principal(here);
    districts.in(
        here.id(),
        () ->
            scope.write(
                () ->
                    sql.deleteFrom(SPRING_SESSION)
                        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(principal))
                        .execute()));

    assertThat(clerk.errorCode("{ units { id } }")).isEqualTo("UNAUTHENTICATED");
  }
}
