package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;
import static cn.lianban.db.cases.Tables.HANDOVER;
import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;
import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.RUNG;
import static cn.lianban.db.clock.Tables.SEGMENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastLives.Act;
import cn.lianban.cases.PastLives.Life;
import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.NewItem;
import cn.lianban.catalog.TaskType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What histories tell in memory ({@link PastStory}, ClockStory) repeats what {@link CaseSteps} and
 * Clocks do to rows: the same random lives, told in one district and lived in another, leave the
 * same rows of cases, hand-overs, clocks, pauses, segments, rungs and events.
 */
class PastStoryApiTest extends ApiTestBase {
  private static final int LIVES = 150;

  /** Before all of it, so that nothing fires of itself while it is written. */
  private static final Instant BEFORE = Instant.parse("2025-12-31T02:00:00Z");

  /** Given anew in each district; the password only the living have. */
  private static final Set<String> OF_THE_DISTRICT =
      Set.of(
          "id",
          "district_id",
          "case_id",
          "duty_id",
          "subject_id",
          "applicant_id",
          "number",
          "query_hash");

  @Autowired PastStories stories;
  @Autowired PastCases past;
  @Autowired TenantScope scope;
  @Autowired Units units;

  @Test
  void aLifeToldInMemoryLeavesTheRowsOfOneLivedStepByStep() {
    now.freeze(BEFORE);
    List<Life> lives = IntStream.range(0, LIVES).mapToObj(new PastLives(past)::life).toList();
    TestDistrict told = districts.fresh();
    TestDistrict lived = districts.fresh();
    List<Long> toldItems = items(told);
    List<Long> livedItems = items(lived);

    List<Long> toldIds = tell(told, toldItems, lives);
    List<Long> livedIds = lives.stream().map(life -> live(lived, livedItems, life)).toList();

    for (Life life : lives) {
      assertThat(rows(told, toldItems, toldIds.get(life.no())))
          .as(life.toString())
          .isEqualTo(rows(lived, livedItems, livedIds.get(life.no())));
    }
    assertThat(lives.stream().flatMap(life -> life.acts().stream()).map(Act::name).distinct())
        .as("what was tried")
        .contains("hand over", "suspend", "resume", "decide", "deliver", "end");
  }

  /** A few of each unit of time; the west decides them itself. */
  private List<Long> items(TestDistrict here) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < PastLives.ITEMS; i++) {
      int promised = List.of(0, 2, 15).get(i % 3);
      NewItem item =
          new NewItem(
              "P-" + i,
              "事项" + i,
              "",
              TaskType.LICENCE,
              ApprovalType.PROMISED,
              here.unit("civil"),
              i % 2 == 0 ? null : Integer.valueOf(promised + 5),
              promised,
              BudgetUnit.values()[i / 3],
              false);
      ids.add(items.publish(here, item, here.unit("east"), here.unit("west")));
    }
    in(
        here,
        () ->
            sql.update(ACCEPTANCE_POINT)
                .set(ACCEPTANCE_POINT.DELEGATED, true)
                .set(ACCEPTANCE_POINT.DOCUMENT_NO, "某政〔2026〕1号")
                .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(here.id()))
                .and(ACCEPTANCE_POINT.UNIT_ID.eq(here.unit("west")))
                .execute());
    return ids;
  }

  private static NewCase wanted(Life life, List<Long> items) {
    Applicant applicant =
        new Applicant(
            Applicant.Kind.PERSON, "王小明", Applicant.IdKind.OTHER, "", "13800138000", null);
    return new NewCase(
        items.get(life.item()),
        applicant,
        Map.of(),
        life.at().minus(Duration.ofDays(life.no() % 3)),
        "",
        "省平台",
        "H-" + life.no(),
        LocalDate.of(2026, 3, 1),
        life.test());
  }

  private List<Long> tell(TestDistrict here, List<Long> items, List<Life> lives) {
    return in(
        here,
        () -> {
          List<PastStory> begun =
              stories.begin(
                  lives.stream()
                      .map(
                          life ->
                              new PastStories.Accepted(
                                  wanted(life, items),
                                  units.find(here.unit(life.unit())).orElseThrow(),
                                  life.at()))
                      .toList());
          for (Life life : lives) {
            life.acts().forEach(act -> act.told().accept(begun.get(life.no()), act.at()));
          }
          stories.write(begun);
          return begun.stream().map(story -> story.file().getId()).toList();
        });
  }

  private long live(TestDistrict here, List<Long> items, Life life) {
    return in(
        here,
        () -> {
          long id = past.accept(wanted(life, items), here.unit(life.unit()), life.at()).id();
          life.acts().forEach(act -> act.lived().on(id, act.at()));
          return id;
        });
  }

  private <T> T in(TestDistrict here, java.util.function.Supplier<T> work) {
    return districts.in(here.id(), () -> scope.write(work));
  }

  private Map<String, List<Map<String, String>>> rows(
      TestDistrict here, List<Long> items, long caseId) {
    return districts.in(
        here.id(),
        () -> {
          Record file = sql.selectFrom(CASEFILE).where(CASEFILE.ID.eq(caseId)).fetchSingle();
          List<Long> duties =
              sql.select(DUTY.ID)
                  .from(DUTY)
                  .where(DUTY.SUBJECT_KIND.eq(CaseFile.KIND), DUTY.SUBJECT_ID.eq(caseId))
                  .orderBy(DUTY.ID)
                  .fetch(DUTY.ID);
          Names names = new Names(here, items);
          Map<String, List<Map<String, String>>> all = new TreeMap<>();
          all.put("casefile", rows(CASEFILE, CASEFILE.ID.eq(caseId), CASEFILE.ID, names));
          all.put(
              "applicant",
              rows(
                  APPLICANT,
                  APPLICANT.ID.eq(file.get(CASEFILE.APPLICANT_ID)),
                  APPLICANT.ID,
                  names));
          all.put("handover", rows(HANDOVER, HANDOVER.CASE_ID.eq(caseId), HANDOVER.ID, names));
          all.put("event", rows(CASE_EVENT, CASE_EVENT.CASE_ID.eq(caseId), CASE_EVENT.ID, names));
          all.put(
              "material",
              rows(CASE_MATERIAL, CASE_MATERIAL.CASE_ID.eq(caseId), CASE_MATERIAL.SEQ, names));
          all.put("duty", rows(DUTY, DUTY.ID.in(duties), DUTY.ID, names));
          all.put("segment", rows(SEGMENT, SEGMENT.DUTY_ID.in(duties), SEGMENT.ID, names));
          all.put(
              "suspension", rows(SUSPENSION, SUSPENSION.DUTY_ID.in(duties), SUSPENSION.ID, names));
          all.put("clock event", rows(EVENT, EVENT.DUTY_ID.in(duties), EVENT.ID, names));
          all.put("rung", rows(RUNG, RUNG.DUTY_ID.in(duties), RUNG.KIND, names));
          assertThat(all.get("duty")).isNotEmpty();
          assertThat(all.get("segment")).isNotEmpty();
          return all;
        });
  }

  private List<Map<String, String>> rows(
      Table<?> table, Condition which, TableField<?, ?> order, Names names) {
    List<Field<?>> fields =
        Arrays.stream(table.fields())
            .filter(field -> !OF_THE_DISTRICT.contains(field.getName()))
            .filter(field -> !field.equals(DUTY.QUEUE_AT)) // generated; 'infinity' is no instant
            .toList();
    return sql.select(fields)
        .from(table)
        .where(which)
        .orderBy(order)
        .fetch(row -> named(row, names));
  }

  private static Map<String, String> named(Record row, Names names) {
    Map<String, String> told = new TreeMap<>();
    for (Field<?> field : row.fields()) {
      told.put(field.getName(), names.of(field.getName(), row.get(field)));
    }
    return told;
  }

  /** The ids of one district as both know them. */
  private record Names(TestDistrict here, List<Long> items) {
    String of(String field, Object value) {
      if (value == null) {
        return "-";
      }
      if (field.equals("item_id")) {
        return "item " + items.indexOf(value);
      }
      if (field.equals("sub_district_id")) {
        return name(here.subDistricts(), value);
      }
      return field.endsWith("unit_id") ? name(here.units(), value) : value.toString();
    }

    private static String name(Map<String, Integer> ids, Object value) {
      return ids.entrySet().stream()
          .filter(one -> one.getValue().equals(value))
          .map(Map.Entry::getKey)
          .collect(Collectors.joining());
    }
  }
}
