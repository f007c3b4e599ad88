package cn.lianban.identity;

import static cn.lianban.db.audit.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Rejected;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The platform's operator on a server that has no demo: opened by the command line. */
class OperatorsApiTest extends ApiTestBase {
  private static final String NOTICE =
      "query($notice: NationalNoticeInput!) { nationalNoticeForecast(notice: $notice) { year } }";
  @Autowired Operators operators;

  private int audited(String action) {
    return districts.in(
        0, () -> sql.fetchCount(ENTRY, ENTRY.DISTRICT_ID.eq(0), ENTRY.ACTION.eq(action)));
  }

  @Test
  void theAccountIsOpenedOnceAndASecondRunGivesAnotherPasswordAndEndsItsSessions() {
    String login = "op." + System.nanoTime();
    int opened = audited("account.create");

    Operators.Opened first = operators.open(login);

    assertThat(first.fresh()).isTrue();
    assertThat(audited("account.create")).isEqualTo(opened + 1);
    Client session = anonymous();
    session.signIn(login, first.password());
    assertThat(session.errorCode("{ partnerDocuments(clientId: \"p-nobody-1\") { name } }"))
        .as("a first password opens its own change only")
        .isEqualTo("MUST_CHANGE_PASSWORD");
    Operators.Opened again = operators.open(login);
    assertThat(again.fresh()).isFalse();
    assertThat(session.errorCode("{ partnerDocuments(clientId: \"p-nobody-1\") { name } }"))
        .isEqualTo("UNAUTHENTICATED");
    assertThat(anonymous().trySignIn(login, first.password()).statusCode()).isEqualTo(401);
    Client fresh = anonymous();
    fresh.signIn(login, again.password());
    String post = "{ viewer { posts { role } } }";
    assertThat(fresh.data(post).at("/viewer/posts/0/role").asString())
        .isEqualTo("PLATFORM_OPERATOR");
  }

  @Test
  void aNameThatIsSomebodysInADistrictIsRefused() {
    TestDistrict here = districts.fresh();

    assertThatThrownBy(() -> operators.open(here.loginOf("admin")))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("LOGIN_TAKEN"));
    assertThatThrownBy(() -> operators.open("x")).isInstanceOf(Rejected.class);
    assertThat(
            signedIn(here, "admin")
                .errorCode(
                    NOTICE,
                    "notice",
                    java.util.Map.of("year", 2030, "paper", "x", "days", java.util.List.of())))
        .as("he has become no operator")
        .isEqualTo("FORBIDDEN");
  }
}
