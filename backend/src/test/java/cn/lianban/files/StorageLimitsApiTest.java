package cn.lianban.files;

import static cn.lianban.testing.TestFiles.ask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.identity.Operators;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The operator says how much each district may keep. */
class StorageLimitsApiTest extends ApiTestBase {
  private static final String SHOW =
      "query($code: String!) { storageLimits(districtCode: $code) { districtName usedFiles quotaBytes ownQuota fileLimitBytes ownFileLimit version } }";
  private static final String SET =
      "mutation($input: StorageLimitsSetInput!) { storageLimitsSet(input: $input) { limits { quotaBytes ownQuota fileLimitBytes version } userErrors { code field } } }";
  private static final long MEGA = 1 << 20;
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private Operators operators;
  private TestDistrict here;
  private Client operator;

  @BeforeEach
  void anOperator() {
    here = districts.fresh();
    String login = "op." + System.nanoTime();
    var opened = operators.open(login);
    operator = anonymous();
    operator.signIn(login, opened.password());
    operator.data(
        "mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code } } }",
        "input",
        Map.of(
            "idempotencyKey", Client.key(),
            "oldPassword", opened.password(),
            "newPassword", TestDistricts.PASSWORD));
  }

  private long caseOf(TestDistrict district) {
    long item = items.licence(district, "高龄津贴发放", district.unit("civil"), district.unit("east"));
    return new TestCases(districts, scope, past)
        .open(district, item, district.unit("east"), now.instant(), false);
  }

  private JsonNode set(String code, Long quota, Long file, int version) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("districtCode", code);
    input.put("quotaBytes", quota);
    input.put("fileLimitBytes", file);
    input.put("expectedVersion", version);
    return operator.data(SET, "input", input).get("storageLimitsSet");
  }

  private static String refusal(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString("");
  }

  private String upload(TestDistrict district, long size) {
    JsonNode answer =
        ask(signedIn(district, "clerk@east"), caseOf(district), Client.key(), "申请表.pdf", size);
    return refusal(answer);
  }

  @Test
  void whatIsSetHoldsInThatDistrictAtOnceAndItsOwnTrailTellsOfIt() {
    TestDistrict neighbour = districts.fresh();
    assertThat(upload(here, 5 * MEGA)).isEmpty();
    JsonNode before = operator.data(SHOW, "code", here.code()).get("storageLimits");
    assertThat(before.get("ownQuota").asBoolean()).isFalse();

    JsonNode done = set(here.code(), 10 * MEGA, 4 * MEGA, before.get("version").asInt());

    assertThat(done.get("userErrors")).isEmpty();
    assertThat(done.at("/limits/ownQuota").asBoolean()).isTrue();
    assertThat(upload(here, 5 * MEGA)).isEqualTo("FILE_SIZE");
    assertThat(upload(neighbour, 5 * MEGA)).isEmpty();
    assertThat(
            signedIn(here, "auditor")
                .data(
                    "{ auditEntries(filter: {action: \"storage.limits\"}) { nodes { actor facts } } }")
                .toString())
        .contains("operator:", Long.toString(10 * MEGA));
    set(here.code(), null, null, done.at("/limits/version").asInt());
    assertThat(upload(here, 5 * MEGA)).isEmpty();
  }

  @Test
  void onlyTheOperatorSetsThemOnADistrictThatIsThereAndOnWhatHeSaw() {
    assertThat(signedIn(here, "admin").errorCode(SHOW, "code", here.code())).isEqualTo("FORBIDDEN");
    assertThat(operator.data(SHOW, "code", "000001").get("storageLimits").isNull()).isTrue();
    assertThat(refusal(set("000001", MEGA, MEGA, 0))).isEqualTo("NOT_FOUND");
    assertThat(set(here.code(), 1L, MEGA, 0).at("/userErrors/0/field").asString())
        .isEqualTo("quotaBytes");
    assertThat(refusal(set(here.code(), MEGA, MEGA, 0))).isEmpty();
    assertThat(refusal(set(here.code(), 2 * MEGA, MEGA, 0))).isEqualTo("VERSION_CONFLICT");
  }
}
