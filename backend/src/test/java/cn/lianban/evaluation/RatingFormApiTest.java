package cn.lianban.evaluation;

import static cn.lianban.evaluation.RatingStory.answer;
import static cn.lianban.evaluation.RatingStory.refusal;
import static cn.lianban.evaluation.RatingStory.submit;
import static cn.lianban.evaluation.RatingStory.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RatingFormApiTest extends ApiTestBase {
  private static final String FORM =
      "{ ratingForm { version grades { grade label labelEn options { code label } } } }";
  @Autowired private RatingForms forms;
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;

  @Test
  void withoutADistrictAndWithoutAListOfItsOwnTheBuiltInOneHolds() {
    JsonNode builtIn = anonymous().data(FORM).get("ratingForm");

    assertThat(builtIn.get("version").asInt()).isEqualTo(1);
    assertThat(builtIn.get("grades")).hasSize(5);
    assertThat(citizenOf(districts.fresh()).data(FORM).get("ratingForm")).isEqualTo(builtIn);
  }

  @Test
  void aDistrictsOwnListReplacesItAndTheNeighboursStays() {
    TestDistrict here = districts.fresh();
    publish(here);

    JsonNode own = citizenOf(here).data(FORM).get("ratingForm");
    assertThat(own.get("version").asInt()).isEqualTo(2);
    assertThat(own.at("/grades/0/options").findValuesAsString("code")).containsExactly("PARKING");
    assertThat(own.at("/grades/4/options")).hasSize(6);
    assertThat(citizenOf(districts.fresh()).data(FORM).at("/ratingForm/version").asInt())
        .isEqualTo(1);
  }

  @Test
  void aPageOpenedBeforeTheListChangedStillCounts() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "社会团体登记", here.unit("civil"), here.unit("east"));
    long decided =
        new TestCases(districts, scope, past)
            .decided(here, item, here.unit("east"), here.unit("civil"), now.instant(), false);
    String token = token(signedIn(here, "clerk@east"), decided);
    publish(here);

    var mixed = answer(token, 5, "PARKING");
    assertThat(refusal(submit(citizenOf(here), mixed))).isEqualTo("INVALID@options");
    assertThat(submit(citizenOf(here), answer(token, 5, "FAST")).get("receipt").isNull()).isFalse();
  }

  private void publish(TestDistrict here) {
    var parking = new RatingForm.Option("PARKING", "停车方便", "Easy parking");
    districts.in(here.id(), () -> scope.write(() -> forms.publish(Map.of(5, List.of(parking)))));
  }
}
