package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.STAGED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.OnBehalf;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What a killed service left behind is gone on with where it stopped: a batch and its position are
 * one transaction.
 */
class ResumedImportApiTest extends ApiTestBase {
  private static final int LINES = 900;
  @Autowired TenantScope scope;
  @Autowired OnBehalf onBehalf;
  @Autowired ImportQueries queries;
  @Autowired Applying applying;
  @Autowired Pending pending;
  @Autowired Units units;

  private ImportStory checked(TestDistrict here) {
    List<String> lines = new ArrayList<>(List.of("单位名称"));
    for (int i = 0; i < LINES; i++) {
      lines.add("区第" + i + "局");
    }
    ImportStory story =
        new ImportStory(signedIn(here, "admin"))
            .upload("units", "a.csv", ImportStory.csv("UTF-8", lines.toArray(String[]::new)));
    assertThat(story.stage().get("status").asString()).isEqualTo("CHECKED");
    return story;
  }

  /** In the importer's name, as the job works. */
  private void asImporter(TestDistrict here, java.util.function.Consumer<DataImport> work) {
    Long[] found = new Long[2];
    districts.in(
        here.id(),
        () ->
            sql.select(INTAKE.ID, INTAKE.ACCOUNT_ID)
                .from(INTAKE)
                .where(INTAKE.DISTRICT_ID.eq(here.id()))
                .fetchOne(
                    row -> {
                      found[0] = row.value1();
                      found[1] = row.value2();
                      return true;
                    }));
    onBehalf.of(
        here.id(),
        found[1],
        () -> {
          work.accept(scope.write(() -> queries.find(found[0])).orElseThrow());
          return true;
        });
  }

  /** The row and the entry that a killed job leaves. */
  private void leftAt(DataImport one, ImportStatus status) {
    scope.write(
        () -> {
          sql.update(INTAKE)
              .set(INTAKE.STATUS, status.name())
              .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(one.number()))
              .execute();
          pending.add(Pending.Work.IMPORT, one.number());
        });
  }

  private List<String> names(TestDistrict here) {
    return districts.in(here.id(), () -> units.all().stream().map(Unit::name).toList());
  }

  @Test
  void halfWrittenItIsWrittenToTheEndAndNoLineTwice() {
    TestDistrict here = districts.fresh();
    int before = names(here).size();
    ImportStory story = checked(here);
    asImporter(
        here,
        one -> {
          scope.write(
              () ->
                  sql.update(INTAKE)
                      .set(INTAKE.POSITION, 0)
                      .set(INTAKE.DONE, 0)
                      .set(INTAKE.MODE, ApplyMode.VALID_ROWS.name())
                      .where(INTAKE.DISTRICT_ID.eq(scope.district()))
                      .execute());
          DataImport moving = scope.write(() -> queries.find(one.number())).orElseThrow();
          applying.batch(moving);
          applying.batch(moving);
          assertThat(scope.write(() -> queries.find(one.number())).orElseThrow().done())
              .isBetween(1, LINES - 1);
          leftAt(one, ImportStatus.APPLYING);
        });

    JsonNode written = story.settled();

    assertThat(written.get("status").asString()).isEqualTo("APPLIED");
    assertThat(written.at("/counts/created").asInt()).isEqualTo(LINES);
    assertThat(names(here)).hasSize(before + LINES).doesNotHaveDuplicates();
  }

  @Test
  void halfReadItIsReadToTheEndAndNoLineTwice() {
    TestDistrict here = districts.fresh();
    ImportStory story = checked(here);
    int last = 500;
    asImporter(
        here,
        one -> {
          scope.write(
              () -> {
                sql.deleteFrom(STAGED)
                    .where(queries.own(one.number()))
                    .and(STAGED.LINE.gt(last).or(STAGED.LINE.lt(0))) // those below 0 are missing
                    .execute();
                sql.update(STAGED)
                    .set(STAGED.STATE, LineState.READY.name())
                    .where(queries.own(one.number()))
                    .execute();
                sql.update(INTAKE)
                    .set(INTAKE.POSITION, last)
                    .where(INTAKE.DISTRICT_ID.eq(scope.district()))
                    .execute();
              });
          leftAt(one, ImportStatus.STAGING);
        });

    JsonNode tried = story.settled();

    assertThat(tried.get("status").asString()).isEqualTo("CHECKED");
    assertThat(tried.at("/counts/fresh").asInt()).isEqualTo(LINES);
    assertThat(tried.at("/counts/refused").asInt()).isZero();
  }
}
