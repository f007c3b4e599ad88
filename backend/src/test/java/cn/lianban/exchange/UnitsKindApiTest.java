package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UnitsKindApiTest extends ApiTestBase {
  @Autowired UnitsKind kind;
  @Autowired TenantScope scope;

  @Test
  void aDepartmentComesInWithItsCodesAndGoesOutAgain() {
    TestDistrict here = districts.fresh();
    Row row = Row.empty().with("name", "区教育体育局").with("codes", List.of("07", "11510"));

    districts.in(here.id(), () -> scope.write(() -> apply(row)));

    List<Row> out = new ArrayList<>();
    districts.in(
        here.id(),
        () -> {
          kind.export(new Selection(List.of("name"), Map.of(), null), out::add);
          return true;
        });
    assertThat(out).hasSize(5);
    assertThat(out.stream().filter(unit -> unit.need("name").equals("区教育体育局")).findFirst())
        .get()
        .satisfies(unit -> assertThat(unit.texts("codes")).containsExactly("07", "11510"));
  }

  @Test
  void anUnknownStreetIsRefusedAtItsCell() {
    TestDistrict here = districts.fresh();
    List<String> refused = new ArrayList<>();

    districts.in(
        here.id(),
        () -> {
          kind.check(
              List.of(Row.empty().with("name", "新中心").with("subDistrict", "无名街道")), hears(refused));
          return true;
        });

    assertThat(refused).containsExactly("subDistrict 本区没有“无名街道”");
  }

  private boolean apply(Row row) {
    kind.apply(List.of(new Change(row, null)), new Hears());
    return true;
  }

  private static Findings hears(List<String> refused) {
    return new Findings() {
      @Override
      public void refuse(Row row, String column, String words) {
        refused.add(column + " " + words);
      }

      @Override
      public void note(Row row, String words) {}
    };
  }

  private static final class Hears implements Incoming {
    @Override
    public long importId() {
      return 1;
    }

    @Override
    public void note(Row row, String words) {}
  }
}
