package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ABSENCE;

import cn.lianban.db.identity.tables.records.AbsenceRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Rows of absences that are not over. */
@Component
class Absences {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Absences(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** The absence holds on that day. */
  static Condition on(LocalDate day) {
    return on(DSL.val(day));
  }

  /** As {@link #on(LocalDate)}, for a statement that is rendered once. */
  static Condition on(Field<LocalDate> day) {
    return ABSENCE.ENDED_AT.isNull().and(ABSENCE.FROM_ON.le(day)).and(ABSENCE.TO_ON.ge(day));
  }

  /** Today's and coming absences of any number of people, by first day; one statement. */
  Map<Long, List<Absence>> of(Collection<Long> accounts) {
    return fetch(Among.these(ABSENCE.ACCOUNT_ID, accounts).and(notOver())).stream()
        .collect(Collectors.groupingBy(Absence::accountId));
  }

  /** For whom this person stands in, today or later. */
  List<Absence> stoodInBy(long account) {
    return fetch(ABSENCE.DEPUTY_ID.eq(account).and(notOver()));
  }

  Optional<Absence> find(long id) {
    return fetch(ABSENCE.ID.eq(id)).stream().findFirst();
  }

  /** Whether one of them is away on some day of the span. */
  boolean anyBetween(long account, LocalDate from, LocalDate to) {
    return !fetch(
            ABSENCE
                .ACCOUNT_ID
                .eq(account)
                .and(ABSENCE.ENDED_AT.isNull())
                .and(ABSENCE.FROM_ON.le(to))
                .and(ABSENCE.TO_ON.ge(from)))
        .isEmpty();
  }

  /** Whether the person stands in for somebody on some day of the span. */
  boolean standsInBetween(long account, LocalDate from, LocalDate to) {
    return !fetch(
            ABSENCE
                .DEPUTY_ID
                .eq(account)
                .and(ABSENCE.ENDED_AT.isNull())
                .and(ABSENCE.FROM_ON.le(to))
                .and(ABSENCE.TO_ON.ge(from)))
        .isEmpty();
  }

  private Condition notOver() {
    return ABSENCE.ENDED_AT.isNull().and(ABSENCE.TO_ON.ge(now.today()));
  }

  private List<Absence> fetch(Condition which) {
    return sql.selectFrom(ABSENCE)
        .where(ABSENCE.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(ABSENCE.FROM_ON, ABSENCE.ID)
        .fetch(Absences::absence);
  }

  private static Absence absence(AbsenceRecord row) {
    return new Absence(
        row.getId(),
        row.getAccountId(),
        row.getDeputyId(),
        Absence.Kind.valueOf(row.getKind()),
        row.getFromOn(),
        row.getToOn(),
        row.getEndedAt() != null,
        row.getVersion());
  }

  long insert(Person absent, NewAbsence wanted, Instant at) {
    return sql.insertInto(ABSENCE)
        .set(ABSENCE.DISTRICT_ID, scope.district())
        .set(ABSENCE.SUB_DISTRICT_ID, absent.subDistrictId())
        .set(ABSENCE.ACCOUNT_ID, absent.id())
        .set(ABSENCE.DEPUTY_ID, wanted.deputy() == null ? null : wanted.deputy().id())
        .set(ABSENCE.KIND, wanted.kind().name())
        .set(ABSENCE.FROM_ON, wanted.from())
        .set(ABSENCE.TO_ON, wanted.to())
        .set(ABSENCE.RECORDED_AT, at)
        .returning(ABSENCE.ID)
        .fetchSingle()
        .getId();
  }

  /**
   * @return 0 when the row is not the one the caller saw
   */
  int end(long id, int expectedVersion, Instant at) {
    return sql.update(ABSENCE)
        .set(ABSENCE.ENDED_AT, at)
        .set(ABSENCE.VERSION, ABSENCE.VERSION.plus(1))
        .where(ABSENCE.DISTRICT_ID.eq(scope.district()), ABSENCE.ID.eq(id))
        .and(ABSENCE.VERSION.eq(expectedVersion))
        .and(ABSENCE.ENDED_AT.isNull())
        .execute();
  }

  /** Who leaves for good is not absent any more, and stands in for nobody. */
  void endAllOf(long account, Instant at) {
    sql.update(ABSENCE)
        .set(ABSENCE.ENDED_AT, at)
        .set(ABSENCE.VERSION, ABSENCE.VERSION.plus(1))
        .where(ABSENCE.DISTRICT_ID.eq(scope.district()), ABSENCE.ACCOUNT_ID.eq(account))
        .and(ABSENCE.ENDED_AT.isNull())
        .execute();
    sql.update(ABSENCE)
        .setNull(ABSENCE.DEPUTY_ID)
        .set(ABSENCE.VERSION, ABSENCE.VERSION.plus(1))
        .where(ABSENCE.DISTRICT_ID.eq(scope.district()), ABSENCE.DEPUTY_ID.eq(account))
        .and(ABSENCE.ENDED_AT.isNull())
        .execute();
  }
}
