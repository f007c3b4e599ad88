package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Imports that were stopped, by their importer or by a fault, and what can be done then. */
class StoppedImportApiTest extends ApiTestBase {
  @Autowired TenantScope scope;
  @Autowired Units units;
  @Autowired HikariDataSource pool;

  private static byte[] many(int count) {
    List<String> lines = new ArrayList<>(List.of("单位名称"));
    for (int i = 0; i < count; i++) {
      lines.add("区第" + i + "局");
    }
    return ImportStory.csv("UTF-8", lines.toArray(String[]::new));
  }

  private ImportStory checked(TestDistrict here, byte[] file) {
    ImportStory story = new ImportStory(signedIn(here, "admin")).upload("units", "a.csv", file);
    assertThat(story.stage().get("status").asString()).isEqualTo("CHECKED");
    return story;
  }

  private int unitsOf(TestDistrict here) {
    return districts.in(here.id(), () -> units.all().size());
  }

  private void failed(TestDistrict here) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () ->
                    sql.update(INTAKE)
                        .set(INTAKE.STATUS, "FAILED")
                        .where(INTAKE.DISTRICT_ID.eq(here.id()))
                        .execute()));
  }

  @Test
  void aWholeImportTellsHowFarItIsAndStopsWhenItsImporterSays() {
    TestDistrict here = districts.fresh();
    int before = unitsOf(here);
    ImportStory story = checked(here, many(8_000));
    assertThat(story.act("Apply", Map.of("mode", "ALL_OR_NOTHING")).get("userErrors")).isEmpty();

    JsonNode seen = story.now();
    while (seen.get("status").asString().equals("APPLYING") && seen.get("done").asInt() == 0) {
      seen = story.now();
    }
    assertThat(seen.get("total").asInt()).isEqualTo(8_000);
    assertThat(seen.get("done").asInt()).isBetween(1, 7_999);
    assertThat(story.act("Cancel", Map.of()).get("userErrors")).isEmpty();

    JsonNode stopped = story.settled();
    assertThat(stopped.get("status").asString()).isEqualTo("CANCELLED");
    assertThat(stopped.at("/counts/created").asInt()).isZero();
    assertThat(unitsOf(here)).isEqualTo(before);
  }

  @Test
  void whatAFaultLeftHalfWrittenIsTakenBack() {
    TestDistrict here = districts.fresh();
    int before = unitsOf(here);
    ImportStory story = checked(here, many(3));
    story.apply("VALID_ROWS");
    assertThat(unitsOf(here)).isEqualTo(before + 3);
    failed(here);

    assertThat(story.now().get("viewerCanUndo").asBoolean()).isTrue();
    assertThat(story.now().get("viewerCanStage").asBoolean()).isFalse();
    assertThat(story.undo().get("status").asString()).isEqualTo("UNDONE");
    assertThat(unitsOf(here)).isEqualTo(before);
  }

  @Test
  void whatFailedBeforeALineWasWrittenIsTriedAnew() {
    TestDistrict here = districts.fresh();
    ImportStory story = checked(here, many(3));
    failed(here);
    assertThat(story.now().get("viewerCanUndo").asBoolean()).isFalse();
    assertThat(story.now().get("viewerCanStage").asBoolean()).isTrue();
    assertThat(story.act("Cancel", Map.of()).at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATUS");

    assertThat(story.stage().get("status").asString()).isEqualTo("CHECKED");
    assertThat(story.apply("ALL_OR_NOTHING").at("/counts/created").asInt()).isEqualTo(3);
  }

  @Test
  void aLockThatWasNotFreeIsNoFaultOfTheLines() throws Exception {
    TestDistrict here = districts.fresh();
    ImportStory story = checked(here, many(30));
    try (Connection admin = AdminConnection.open(pool)) {
      admin.setAutoCommit(false);
      admin.createStatement().execute("lock table tenancy.unit in share mode");
      assertThat(story.act("Apply", Map.of("mode", "VALID_ROWS")).get("userErrors")).isEmpty();
      Thread.sleep(4_000); // twice the time that a statement waits for a lock
      admin.rollback();
    }
    JsonNode written = story.settled();
    assertThat(written.at("/counts/refused").asInt()).isZero();
    assertThat(written.at("/counts/created").asInt()).isEqualTo(30);
  }
}
