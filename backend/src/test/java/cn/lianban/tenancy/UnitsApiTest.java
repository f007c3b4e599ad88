package cn.lianban.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import org.junit.jupiter.api.Test;

class UnitsApiTest extends ApiTestBase {
  private static final String UNITS =
      "{ district { code today subDistricts { name } } units { id name kind subDistrict { code } } }";

  @Test
  void everybodyOfTheDistrictSeesItsUnitsAndNobodyElses() {
    TestDistrict here = districts.fresh();
    districts.fresh();

    var data = signedIn(here, "clerk@east").data(UNITS);

    assertThat(data.at("/district/code").asString()).isEqualTo(here.code());
    assertThat(data.get("units")).hasSize(4);
  }

  @Test
  void withoutSignInTheListIsRefused() {
    assertThat(anonymous().errorCode(UNITS)).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void aVisitorUnderTheDistrictsPathSeesItsName() {
    TestDistrict here = districts.fresh();

    var data = citizenOf(here).data("{ district { name } }");

    assertThat(data.at("/district/name").asString()).contains(here.code());
  }
}
