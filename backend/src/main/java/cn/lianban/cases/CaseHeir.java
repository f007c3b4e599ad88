package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_STEP;
import static cn.lianban.db.cases.Tables.CONSULTATION;
import static cn.lianban.db.cases.Tables.HANDOVER;
import static cn.lianban.db.cases.Tables.TAKEOVER;

import cn.lianban.organisation.Estate;
import cn.lianban.organisation.Heir;
import cn.lianban.organisation.Succession;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The cases of a unit that is merged or split, until they are delivered. A case that has been
 * decided keeps the unit that decided it; only its delivery goes over.
 */
@Component
class CaseHeir implements Heir {
  static final List<String> NOT_OVER =
      Stream.of(
              CaseStatus.RECEIVED,
              CaseStatus.ACCEPTED,
              CaseStatus.HANDED_UP,
              CaseStatus.SIGNED,
              CaseStatus.HANDED_DOWN,
              CaseStatus.SIGNED_BELOW,
              CaseStatus.RETURNED,
              CaseStatus.IN_RULING,
              CaseStatus.DECIDED)
          .map(CaseStatus::name)
          .toList();
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseStepRows steps;
  private final ProcedureHeir rules;

  CaseHeir(DSLContext sql, TenantScope scope, CaseStepRows steps, ProcedureHeir rules) {
    this.sql = sql;
    this.scope = scope;
    this.steps = steps;
    this.rules = rules;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.CASES;
  }

  @Override
  public int count(Succession succession) {
    return sql.fetchCount(CASEFILE, open(succession));
  }

  @Override
  public int handOn(Succession succession) {
    handOnWaiting(succession);
    rules.handOn(succession);
    int from = succession.fromUnitId();
    int to = succession.toUnitId();
    sql.update(TAKEOVER).set(TAKEOVER.UNIT_ID, to).where(toSign(succession)).execute();
    steps.move(withSteps(succession), from, to);
    if (succession.itemIds() == null) {
      consultations(from, to);
    }
    return sql.update(CASEFILE)
        .set(CASEFILE.ACCEPT_UNIT_ID, heir(CASEFILE.ACCEPT_UNIT_ID, from, to))
        .set(CASEFILE.HOLDER_UNIT_ID, heir(CASEFILE.HOLDER_UNIT_ID, from, to))
        .set(CASEFILE.BELOW_UNIT_ID, heir(CASEFILE.BELOW_UNIT_ID, from, to))
        .set(
            CASEFILE.DECIDE_UNIT_ID,
            DSL.when(CASEFILE.DECIDED_AT.isNotNull(), CASEFILE.DECIDE_UNIT_ID)
                .otherwise(heir(CASEFILE.DECIDE_UNIT_ID, from, to)))
        .set(CASEFILE.VERSION, CASEFILE.VERSION.plus(1))
        .where(open(succession))
        .execute();
  }

  /** What people asked the unit and was not answered; a unit that goes whole takes it along. */
  private void consultations(int from, int to) {
    sql.update(CONSULTATION)
        .set(CONSULTATION.UNIT_ID, heir(CONSULTATION.UNIT_ID, from, to))
        .set(CONSULTATION.TO_UNIT_ID, heir(CONSULTATION.TO_UNIT_ID, from, to))
        .set(CONSULTATION.VERSION, CONSULTATION.VERSION.plus(1))
        .where(CONSULTATION.DISTRICT_ID.eq(scope.district()))
        .and(CONSULTATION.STATE.ne(Consultation.State.ANSWERED.name()))
        .and(CONSULTATION.UNIT_ID.eq(from).or(CONSULTATION.TO_UNIT_ID.eq(from)))
        .execute();
  }

  /** Hand-overs that nobody has signed for yet wait for the successor's signature. */
  private void handOnWaiting(Succession succession) {
    sql.update(HANDOVER)
        .set(HANDOVER.TO_UNIT_ID, succession.toUnitId())
        .where(HANDOVER.DISTRICT_ID.eq(scope.district()))
        .and(HANDOVER.TO_UNIT_ID.eq(succession.fromUnitId()))
        .and(HANDOVER.SIGNED_AT.isNull())
        .and(HANDOVER.RETURNED_AT.isNull())
        .and(HANDOVER.CASE_ID.in(DSL.select(CASEFILE.ID).from(CASEFILE).where(open(succession))))
        .execute();
  }

  /** Results that the unit has to sign for (审管衔接). */
  private Condition toSign(Succession succession) {
    Set<Long> named = succession.itemIds();
    return TAKEOVER
        .DISTRICT_ID
        .eq(scope.district())
        .and(TAKEOVER.UNIT_ID.eq(succession.fromUnitId()))
        .and(TAKEOVER.SIGNED_AT.isNull())
        .and(named == null ? DSL.noCondition() : TAKEOVER.CASE_ID.in(ofItems(named)));
  }

  /** Running cases of any unit in which this one still has to answer (配合单位). */
  private List<Long> withSteps(Succession succession) {
    Set<Long> named = succession.itemIds();
    return sql.selectDistinct(CASE_STEP.CASE_ID)
        .from(CASE_STEP)
        .where(CASE_STEP.DISTRICT_ID.eq(scope.district()))
        .and(CASE_STEP.UNIT_ID.eq(succession.fromUnitId()))
        .and(CASE_STEP.STATE.in("WAITING", "EARLY", "OPEN"))
        .and(named == null ? DSL.noCondition() : CASE_STEP.CASE_ID.in(ofItems(named)))
        .fetch(CASE_STEP.CASE_ID);
  }

  private Select<Record1<Long>> ofItems(Set<Long> named) {
    return DSL.select(CASEFILE.ID)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), Among.these(CASEFILE.ITEM_ID, named));
  }

  private static Field<Integer> heir(Field<Integer> unit, int from, int to) {
    return DSL.when(unit.eq(from), DSL.val(to)).otherwise(unit);
  }

  private Condition open(Succession succession) {
    int from = succession.fromUnitId();
    Set<Long> named = succession.itemIds();
    return CASEFILE
        .DISTRICT_ID
        .eq(scope.district())
        .and(Among.these(CASEFILE.STATUS, NOT_OVER))
        .and(
            CASEFILE
                .ACCEPT_UNIT_ID
                .eq(from)
                .or(CASEFILE.HOLDER_UNIT_ID.eq(from))
                .or(CASEFILE.DECIDE_UNIT_ID.eq(from))
                .or(CASEFILE.BELOW_UNIT_ID.eq(from)))
        .and(named == null ? DSL.noCondition() : Among.these(CASEFILE.ITEM_ID, named));
  }
}
