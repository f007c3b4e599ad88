package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CONSULTATION;
import static cn.lianban.db.cases.Tables.CONSULTATION_HANDOVER;

import cn.lianban.cases.Consultation.Asker;
import cn.lianban.cases.Consultation.Passing;
import cn.lianban.cases.Consultation.State;
import cn.lianban.db.cases.tables.records.ConsultationRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SQL of consultations. */
@Component
class ConsultationRows {
  private final DSLContext sql;
  private final TenantScope scope;

  ConsultationRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  Optional<Consultation> find(long id) {
    return sql.selectFrom(CONSULTATION)
        .where(mine(), CONSULTATION.ID.eq(id))
        .fetchOptional(ConsultationRows::row);
  }

  /** Those of the numbers that are there, within reach. */
  Set<Long> known(Collection<Long> ids) {
    return sql.select(CONSULTATION.ID)
        .from(CONSULTATION)
        .where(mine(), Among.these(CONSULTATION.ID, ids))
        .fetchSet(CONSULTATION.ID);
  }

  /** By the case that came of it. */
  Map<Long, Consultation> ofCases(Collection<Long> caseIds) {
    return sql.selectFrom(CONSULTATION)
        .where(mine(), Among.these(CONSULTATION.CASE_ID, caseIds))
        .fetchMap(CONSULTATION.CASE_ID, ConsultationRows::row);
  }

  Map<Long, List<Passing>> passings(Collection<Long> ids) {
    return sql.selectFrom(CONSULTATION_HANDOVER)
        .where(CONSULTATION_HANDOVER.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CONSULTATION_HANDOVER.CONSULTATION_ID, ids))
        .orderBy(CONSULTATION_HANDOVER.CONSULTATION_ID, CONSULTATION_HANDOVER.ID)
        .fetchGroups(
            CONSULTATION_HANDOVER.CONSULTATION_ID,
            row ->
                new Passing(
                    row.getFromUnitId(),
                    row.getToUnitId(),
                    row.getReason(),
                    row.getSentAt(),
                    row.getTakenAt()));
  }

  /**
   * The newest first.
   *
   * @param units who own it or are asked to take it; null: all in reach
   */
  Page<Consultation> page(
      @Nullable Collection<Integer> units,
      @Nullable State state,
      @Nullable Long itemId,
      int first,
      @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.selectFrom(CONSULTATION)
            .where(mine())
            .and(units == null ? DSL.noCondition() : with(units))
            .and(state == null ? DSL.noCondition() : CONSULTATION.STATE.eq(state.name()))
            .and(itemId == null ? DSL.noCondition() : CONSULTATION.ITEM_ID.eq(itemId))
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(CONSULTATION.OPENED_AT.desc(), CONSULTATION.ID.desc())
            .limit(size + 1)
            .fetch(ConsultationRows::row);
    return Page.of(rows, size, one -> Cursor.of(one.openedAt(), one.id()));
  }

  private static Condition with(Collection<Integer> units) {
    return Among.these(CONSULTATION.UNIT_ID, units).or(Among.these(CONSULTATION.TO_UNIT_ID, units));
  }

  private static Condition beyond(String after) {
    List<String> parts = Cursor.parse(after, 2);
    return DSL.row(CONSULTATION.OPENED_AT, CONSULTATION.ID)
        .lt(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
  }

  long insert(Consultation.Question asked, Unit unit, long clerk, Instant at) {
    return sql.insertInto(CONSULTATION)
        .set(CONSULTATION.DISTRICT_ID, scope.district())
        .set(CONSULTATION.SUB_DISTRICT_ID, IntakeRows.subDistrict(unit))
        .set(CONSULTATION.AT_DISTRICT, unit.atDistrictLevel())
        .set(CONSULTATION.ITEM_ID, asked.itemId())
        .set(CONSULTATION.ASKER_KIND, asked.asker().kind().name())
        .set(CONSULTATION.ASKER_NAME, asked.asker().name())
        .set(CONSULTATION.ASKER_MOBILE, asked.asker().mobile())
        .set(CONSULTATION.QUESTION, asked.question())
        .set(CONSULTATION.MATERIALS, asked.materials())
        .set(CONSULTATION.FIRST_UNIT_ID, unit.id())
        .set(CONSULTATION.FIRST_CLERK_ID, clerk)
        .set(CONSULTATION.OPENED_AT, at)
        .set(CONSULTATION.HOURS, asked.hours())
        .set(CONSULTATION.UNIT_ID, unit.id())
        .set(CONSULTATION.STATE, State.OPEN.name())
        .returning(CONSULTATION.ID)
        .fetchSingle()
        .getId();
  }

  /**
   * @throws Rejected VERSION_CONFLICT when somebody was faster
   */
  void change(Consultation before, int version, Map<Field<?>, @Nullable Object> values) {
    int changed =
        sql.update(CONSULTATION)
            .set(values)
            .set(CONSULTATION.VERSION, CONSULTATION.VERSION.plus(1))
            .where(mine(), CONSULTATION.ID.eq(before.id()), CONSULTATION.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  void answered(Consultation before, int version, By by, String answer, Instant at) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CONSULTATION.STATE, State.ANSWERED.name());
    values.put(CONSULTATION.TO_UNIT_ID, null);
    values.put(CONSULTATION.ANSWER, answer);
    values.put(CONSULTATION.ANSWERED_AT, at);
    values.put(CONSULTATION.ANSWERED_BY, by.accountId());
    values.put(CONSULTATION.ANSWERED_UNIT_ID, by.unitId());
    change(before, version, values);
  }

  /** The row has been changed before, so that its place is the receiver's too. */
  void sent(Consultation after, int from, int to, String reason, By by, Instant at) {
    sql.insertInto(CONSULTATION_HANDOVER)
        .set(CONSULTATION_HANDOVER.DISTRICT_ID, scope.district())
        .set(CONSULTATION_HANDOVER.SUB_DISTRICT_ID, after.subDistrictId())
        .set(CONSULTATION_HANDOVER.AT_DISTRICT, after.atDistrict())
        .set(CONSULTATION_HANDOVER.CONSULTATION_ID, after.id())
        .set(CONSULTATION_HANDOVER.FROM_UNIT_ID, from)
        .set(CONSULTATION_HANDOVER.TO_UNIT_ID, to)
        .set(CONSULTATION_HANDOVER.REASON, reason)
        .set(CONSULTATION_HANDOVER.SENT_AT, at)
        .set(CONSULTATION_HANDOVER.SENT_BY, by.accountId())
        .execute();
    raise(after);
  }

  /** Earlier steps are seen by whoever sees the consultation. */
  private void raise(Consultation after) {
    sql.update(CONSULTATION_HANDOVER)
        .set(CONSULTATION_HANDOVER.SUB_DISTRICT_ID, after.subDistrictId())
        .set(CONSULTATION_HANDOVER.AT_DISTRICT, after.atDistrict())
        .where(CONSULTATION_HANDOVER.DISTRICT_ID.eq(scope.district()))
        .and(CONSULTATION_HANDOVER.CONSULTATION_ID.eq(after.id()))
        .execute();
  }

  void taken(long id, By by, Instant at) {
    sql.update(CONSULTATION_HANDOVER)
        .set(CONSULTATION_HANDOVER.TAKEN_AT, at)
        .set(CONSULTATION_HANDOVER.TAKEN_BY, by.accountId())
        .where(CONSULTATION_HANDOVER.DISTRICT_ID.eq(scope.district()))
        .and(CONSULTATION_HANDOVER.CONSULTATION_ID.eq(id))
        .and(CONSULTATION_HANDOVER.TAKEN_AT.isNull())
        .execute();
  }

  private Condition mine() {
    return CONSULTATION.DISTRICT_ID.eq(scope.district());
  }

  private static Consultation row(ConsultationRecord row) {
    return new Consultation(
        row.getId(),
        row.getSubDistrictId(),
        row.getAtDistrict(),
        row.getItemId(),
        new Asker(
            Applicant.Kind.valueOf(row.getAskerKind()), row.getAskerName(), row.getAskerMobile()),
        row.getQuestion(),
        row.getMaterials(),
        row.getFirstUnitId(),
        row.getFirstClerkId(),
        row.getOpenedAt(),
        row.getHours(),
        row.getUnitId(),
        row.getToUnitId(),
        State.valueOf(row.getState()),
        row.getAnswer(),
        row.getAnsweredAt(),
        row.getAnsweredBy(),
        row.getAnsweredUnitId(),
        row.getCaseId(),
        row.getVersion());
  }
}
