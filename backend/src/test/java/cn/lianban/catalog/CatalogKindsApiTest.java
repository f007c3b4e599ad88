package cn.lianban.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue's files: the list as published, limits as confirmed, acceptance points. */
class CatalogKindsApiTest extends ApiTestBase {
  @Autowired ItemsKind list;
  @Autowired ConfirmationsKind confirmations;
  @Autowired PointsKind points;
  @Autowired Items catalog;
  @Autowired TenantScope scope;
  private TestDistrict here;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
  }

  @Test
  void aPublishedListComesInWithDepartmentsInSevenFormsAndPromisesNothing() {
    List<Row> rows =
        List.of(
            published("511Z07-1", "企业投资项目备案（技术改造）", "区经信局", "11511301008778183N"),
            published("G-000007", "助学金查询", "区教科体局", "083372204"),
            published("512C005", "助学金查询", "区教科体局", "07"));
    bring(list, rows);

    assertThat(heard).hasSize(3).allMatch(said -> said.contains("导入时建立"));
    Map<String, Item> known = in(() -> catalog.byCode());
    assertThat(known).hasSize(3);
    assertThat(known.values()).allMatch(item -> item.promisedLimit() == null);
    assertThat(known.get("G-000007").unitId()).isEqualTo(known.get("512C005").unitId());
    assertThat(in(() -> list.current(rows)))
        .extracting(row -> row.text("departmentCode"))
        .containsExactly("11511301008778183N", "083372204", "07");
  }

  @Test
  void anotherNameInTheFileIsANewVersionAndAnotherDepartmentIsRefused() {
    bring(list, List.of(published("A1", "高龄津贴", "区民政局", "07")));
    bring(list, List.of(published("A1", "高龄津贴发放", "区民政局", "07")));
    assertThat(in(() -> catalog.byCode()).get("A1").edition()).isEqualTo(2);

    check(list, List.of(published("A1", "高龄津贴发放", "区交通运输局", "07")));

    assertThat(heard.getLast()).contains("department").contains("其他部门");
  }

  @Test
  void limitsAreConfirmedByTheFileThatWentOutAndEveryRowIsAVersionUnderItsDocument() {
    bring(list, List.of(published("A1", "高龄津贴", "区民政局", "07")));
    List<Row> out = out(confirmations);
    assertThat(out).hasSize(1);
    assertThat(out.getFirst().integer("promisedLimit")).isNull();

    Row filled = out.getFirst().with("promisedLimit", 5).with("statutoryLimit", 20);
    check(confirmations, List.of(filled));
    assertThat(heard.getLast()).isEqualTo("documentNo 确认时限须填写文号");
    bring(confirmations, List.of(filled.with("documentNo", "测政务〔2026〕3号")));

    Item item = in(() -> catalog.byCode()).get("A1");
    assertThat(item.promisedLimit()).isEqualTo(5);
    assertThat(item.edition()).isEqualTo(2);
    assertThat(out(confirmations).getFirst().text("documentNo")).isEqualTo("测政务〔2026〕3号");
  }

  @Test
  void aPromiseAboveTheStatuteAWrongLineAndAClearedPromiseAreRefusedAtTheirCells() {
    bring(list, List.of(published("A1", "高龄津贴", "区民政局", "07")));
    Row row = out(confirmations).getFirst().with("documentNo", "X").with("statutoryLimit", 3);
    check(confirmations, List.of(row.with("promisedLimit", 4)));
    check(confirmations, List.of(row.with("promisedLimit", 2).with("name", "别的事项")));
    bring(confirmations, List.of(row.with("promisedLimit", 2)));
    check(confirmations, List.of(row.with("promisedLimit", null)));

    assertThat(heard.subList(heard.size() - 3, heard.size()))
        .extracting(said -> said.split(" ")[0])
        .containsExactly("promisedLimit", "name", "promisedLimit");
  }

  @Test
  void acceptancePointsComeInAndGoOutAndAnUnknownUnitIsRefused() {
    bring(list, List.of(published("A1", "高龄津贴", "区民政局", "07")));
    Row row = Row.empty().with("code", "A1").with("unit", "城东街道便民服务中心");
    bring(points, List.of(row.with("delegated", true).with("documentNo", "测府〔2026〕2号")));

    assertThat(out(points)).singleElement().extracting(p -> p.yesNo("delegated")).isEqualTo(true);
    check(points, List.of(row.with("unit", "无名中心")));
    assertThat(heard.getLast()).isEqualTo("unit 没有这个单位");
  }

  @Test
  void anImportIsTakenBackWhileNothingWasBuiltOnIt() {
    Row row = published("A1", "高龄津贴", "区民政局", "07");
    bring(list, List.of(row));
    in(
        () -> {
          list.remove(List.of(row), findings());
          return true;
        });

    assertThat(in(() -> catalog.byCode())).isEmpty();
  }

  private static Row published(String code, String name, String department, String departmentCode) {
    return Row.empty()
        .with("code", code)
        .with("name", name)
        .with("mainItem", "未分类")
        .with("department", department)
        .with("departmentCode", departmentCode)
        .with("taskType", "20");
  }

  private void check(Kind kind, List<Row> rows) {
    in(
        () -> {
          kind.check(rows, findings());
          return true;
        });
  }

  private void bring(Kind kind, List<Row> rows) {
    in(
        () -> {
          kind.check(rows, findings());
          kind.apply(rows.stream().map(row -> new Change(row, null)).toList(), incoming());
          return true;
        });
  }

  private List<Row> out(Kind kind) {
    List<Row> rows = new ArrayList<>();
    in(
        () -> {
          kind.export(new Selection(List.of(), Map.of(), null), rows::add);
          return true;
        });
    return rows;
  }

  private <T> T in(Supplier<T> work) {
    return districts.in(here.id(), () -> scope.write(work));
  }

  private Findings findings() {
    return new Findings() {
      @Override
      public void refuse(Row row, String column, String words) {
        heard.add(column + " " + words);
      }

      @Override
      public void note(Row row, String words) {
        heard.add(words);
      }
    };
  }

  private static Incoming incoming() {
    return new Incoming() {
      @Override
      public long importId() {
        return 1;
      }

      @Override
      public void note(Row row, String words) {}
    };
  }
}
