package cn.lianban.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import cn.lianban.catalog.Items;
import cn.lianban.tenancy.DistrictCodes;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import cn.lianban.testing.ApiTestBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On the collected public files in ../shared/data; skipped, saying so, where they are missing. */
class DistrictImportApiTest extends ApiTestBase {
  private static final String CODE = "511602";

  @Autowired DistrictImport imports;
  @Autowired DistrictCodes codes;
  @Autowired Units units;
  @Autowired Items items;

  @Test
  void theRealDistrictIsSetUpAndASecondRunChangesNothing() throws IOException {
    var first = imports.run(data(), CODE, line -> {});
    var second = imports.run(data(), CODE, line -> {});

    assertThat(first.tallies()).hasSize(7);
    assertThat(second.changedNothing()).isTrue();
    assertThat(second.accounts()).isEmpty();
    int district = codes.find(CODE).orElseThrow();
    districts.in(
        district,
        () -> {
          assertThat(units.all()).filteredOn(u -> u.kind() == UnitKind.DEPARTMENT).hasSize(34);
          assertThat(units.all())
              .filteredOn(u -> u.kind() == UnitKind.SUB_DISTRICT_OFFICE)
              .hasSize(25)
              .allSatisfy(office -> assertThat(accepted(office.id())).isEqualTo(20));
          assertThat(items.byCode()).hasSize(1135);
          assertThat(items.byCode().values())
              .filteredOn(item -> item.promisedLimit() != null)
              .hasSize(20)
              .allMatch(item -> item.demo());
          return true;
        });
  }

  @Test
  void aCitizenFindsTheOldPeoplesAllowanceByItsInitials() throws IOException {
    imports.run(data(), CODE, line -> {});

    var found =
        citizenUnder(CODE)
            .data("{ items(search: \"gljt\") { nodes { name department { name } demo } } }");

    assertThat(found.at("/items/nodes")).hasSize(1);
    assertThat(found.at("/items/nodes/0/department/name").asString()).isEqualTo("区民政局");
    assertThat(found.at("/items/nodes/0/demo").asBoolean()).isTrue();
  }

  @Test
  void theYearsOfTheNoticesArePublishedAndTheEmptyFilePublishesNothing() throws IOException {
    HolidayFiles files = HolidayFiles.read(data());

    assertThat(files.papers()).hasSize(20).containsKeys(2007, 2026).doesNotContainKey(2027);
    assertThat(files.days())
        .anyMatch(day -> day.day().toString().equals("2022-12-31") && day.off())
        .anyMatch(day -> day.day().toString().equals("2007-12-29") && !day.off());
  }

  @Test
  void aDistrictThatIsNotInTheListIsRefused() {
    assertThatThrownBy(() -> imports.run(data(), "000000", line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("000000");
  }

  private long accepted(int office) {
    return items.byCode().values().stream()
        .filter(item -> item.promisedLimit() != null)
        .filter(item -> items.acceptableAt(item.id(), office))
        .count();
  }

  private static Path data() {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path folder = p.resolve("shared/data");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return abort("SKIPPED: no ../shared/data beside the repository, the import is not tried");
  }
}
