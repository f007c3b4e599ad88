package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;
import static cn.lianban.db.cases.Tables.CASE_STEP;
import static cn.lianban.db.cases.Tables.GREEN;
import static cn.lianban.db.cases.Tables.HANDOVER;
import static cn.lianban.db.cases.Tables.MEETING;
import static cn.lianban.db.cases.Tables.MEETING_UNIT;
import static cn.lianban.db.cases.Tables.STEP_ANSWER;
import static cn.lianban.db.cases.Tables.SUPPLEMENT;

import cn.lianban.cases.Cases.Call;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The deciding unit hands a case down to be worked on in a sub-district, under its number and
 * clock. Until it is signed for below the time stays with the sender; the district never loses
 * sight of it.
 */
@Component
class HandDown {
  private static final Field<Integer> DISTRICT =
      DSL.field(CASEFILE.DISTRICT_ID.getUnqualifiedName(), Integer.class);
  private static final Field<Integer> SUB_DISTRICT =
      DSL.field(CASEFILE.SUB_DISTRICT_ID.getUnqualifiedName(), Integer.class);
  private static final Field<Boolean> AT_DISTRICT =
      DSL.field(CASEFILE.AT_DISTRICT.getUnqualifiedName(), Boolean.class);
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseActs acts;
  private final CaseSteps steps;
  private final Handovers handovers;
  private final SubjectClocks clocks;
  private final Units units;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  HandDown(
      DSLContext sql,
      TenantScope scope,
      CaseActs acts,
      CaseSteps steps,
      Handovers handovers,
      SubjectClocks clocks,
      Units units,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.acts = acts;
    this.steps = steps;
    this.handovers = handovers;
    this.clocks = clocks;
    this.units = units;
    this.log = log;
    this.events = events;
  }

  /**
   * @throws Rejected NOT_FOUND at unitId unless it is an open unit of a sub-district,
   *     OTHER_SUB_DISTRICT at unitId: one at a time, and where it was accepted it stays
   */
  long to(Call call, int unitId, String task) {
    String what = Texts.required(task, "reason", "请填写交办事项");
    return acts.act(
        call,
        CaseAction.HAND_DOWN,
        (file, by, at) -> {
          Unit unit =
              units
                  .find(unitId)
                  .filter(Unit::open)
                  .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "请选择街道（镇）的在设单位"));
          int below =
              Optional.ofNullable(unit.subDistrict())
                  .map(SubDistrict::id)
                  .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "请选择街道（镇）的在设单位"));
          checkPlace(file, below);
          down(file, call.version(), unit, below, what, at);
          CaseLog.Place place = new CaseLog.Place(file.id(), below, true);
          log.add(place, CaseEventKind.HANDED_DOWN, by, at, unit.name() + "：" + what);
          events.publishEvent(new CaseSentOver(file.id(), unit.id()));
        });
  }

  private void checkPlace(CaseFile file, int below) {
    boolean elsewhere = file.subDistrictId() != null && file.subDistrictId() != below;
    if (elsewhere && units.find(file.acceptUnitId()).filter(Unit::atDistrictLevel).isEmpty()) {
      throw new Rejected("OTHER_SUB_DISTRICT", "unitId", "该件由另一街道受理，一件同时只能由一个街道办理");
    }
  }

  private void down(CaseFile file, int version, Unit unit, int below, String what, Instant at) {
    steps.change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS,
            CaseStates.after(CaseAction.HAND_DOWN, file.status()).name(),
            CASEFILE.BELOW_UNIT_ID,
            unit.id(),
            CASEFILE.SUB_DISTRICT_ID,
            below,
            CASEFILE.AT_DISTRICT,
            true));
    handovers.sendDown(file, unit.id(), what, at);
    if (!Objects.equals(file.subDistrictId(), below)) {
      place(file, below);
      clocks.place(CaseFile.KIND, file.id(), below);
      events.publishEvent(new CaseLowered(file.id(), below));
    }
  }

  private void place(CaseFile file, int below) {
    put(APPLICANT, APPLICANT.ID.eq(file.applicantId()), below);
    put(CASE_MATERIAL, CASE_MATERIAL.CASE_ID.eq(file.id()), below);
    put(CASE_EVENT, CASE_EVENT.CASE_ID.eq(file.id()), below);
    put(SUPPLEMENT, SUPPLEMENT.CASE_ID.eq(file.id()), below);
    put(GREEN, GREEN.CASE_ID.eq(file.id()), below);
    put(HANDOVER, HANDOVER.CASE_ID.eq(file.id()), below);
    put(CASE_STEP, CASE_STEP.CASE_ID.eq(file.id()), below);
    var ofSteps =
        DSL.select(CASE_STEP.ID)
            .from(CASE_STEP)
            .where(CASE_STEP.DISTRICT_ID.eq(scope.district()), CASE_STEP.CASE_ID.eq(file.id()));
    put(STEP_ANSWER, STEP_ANSWER.STEP_ID.in(ofSteps), below);
    put(MEETING, MEETING.CASE_ID.eq(file.id()), below);
    var ofMeetings =
        DSL.select(MEETING.ID)
            .from(MEETING)
            .where(MEETING.DISTRICT_ID.eq(scope.district()), MEETING.CASE_ID.eq(file.id()));
    put(MEETING_UNIT, MEETING_UNIT.MEETING_ID.in(ofMeetings), below);
  }

  /** Every tenant table names these three columns alike. */
  private void put(Table<?> rows, Condition which, int below) {
    sql.update(rows)
        .set(SUB_DISTRICT, below)
        .set(AT_DISTRICT, true)
        .where(DISTRICT.eq(scope.district()))
        .and(which)
        .execute();
  }
}
