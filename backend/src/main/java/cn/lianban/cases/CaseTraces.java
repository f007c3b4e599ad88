package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;
import static cn.lianban.db.cases.Tables.GREEN;

import cn.lianban.cases.CaseTrace.Green;
import cn.lianban.cases.CaseTrace.Happening;
import cn.lianban.cases.CaseTrace.Refusal;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Standstills;
import cn.lianban.db.cases.tables.Casefile;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads cases for supervision: a fixed number of statements, whatever the number of cases. */
@Component
public class CaseTraces {
  private static final List<String> ACTS =
      List.of(CaseEventKind.ACCEPTED.name(), CaseEventKind.DECIDED.name());
  private static final int MOST_ACTS = 100_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseQueries queries;
  private final Supplements supplements;
  private final Items items;
  private final Duties duties;
  private final Standstills stops;

  CaseTraces(
      DSLContext sql,
      TenantScope scope,
      CaseQueries queries,
      Supplements supplements,
      Items items,
      Duties duties,
      Standstills stops) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.supplements = supplements;
    this.items = items;
    this.duties = duties;
    this.stops = stops;
  }

  /** Rehearsals are left out. */
  public List<CaseTrace> of(Collection<Long> ids) {
    List<CaseFile> files =
        queries.byIds(ids).values().stream().filter(file -> !file.test()).toList();
    if (files.isEmpty()) {
      return List.of();
    }
    List<Long> found = files.stream().map(CaseFile::id).toList();
    TraceParts parts = parts(found, files);
    return files.stream().map(parts::trace).toList();
  }

  private TraceParts parts(List<Long> ids, List<CaseFile> files) {
    List<Long> itemIds = files.stream().map(CaseFile::itemId).distinct().toList();
    Map<Long, List<Duty>> clocks = duties.ofSubjects(CaseFile.KIND, ids);
    List<Long> dutyIds = clocks.values().stream().flatMap(List::stream).map(Duty::id).toList();
    return new TraceParts(
        imported(ids),
        items.byIds(itemIds),
        items.materials(itemIds),
        happenings(ids),
        queries.handovers(ids),
        supplements.of(ids),
        queries.materials(ids),
        greens(ids),
        clocks,
        dutyIds.isEmpty() ? Map.of() : stops.of(dutyIds),
        refusals(ids));
  }

  private Set<Long> imported(List<Long> ids) {
    return sql.select(CASEFILE.ID)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), Among.these(CASEFILE.ID, ids))
        .and(CASEFILE.IMPORTED)
        .fetchSet(CASEFILE.ID);
  }

  private Map<Long, List<Happening>> happenings(List<Long> ids) {
    return sql.selectFrom(CASE_EVENT)
        .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASE_EVENT.CASE_ID, ids))
        .orderBy(CASE_EVENT.CASE_ID, CASE_EVENT.ID)
        .fetchGroups(
            CASE_EVENT.CASE_ID,
            row ->
                new Happening(
                    row.getAt(),
                    row.getRecordedAt(),
                    row.getKind(),
                    row.getUnitId(),
                    row.getAccountId()));
  }

  private Map<Long, Green> greens(List<Long> ids) {
    return sql.selectFrom(GREEN)
        .where(GREEN.DISTRICT_ID.eq(scope.district()), Among.these(GREEN.CASE_ID, ids))
        .fetchMap(GREEN.CASE_ID, row -> new Green(row.getAskedAt(), row.getGranted()));
  }

  /** Of each refused case: the refusals of the same person on the same item before it. */
  private Map<Long, List<Refusal>> refusals(List<Long> ids) {
    var other = CASEFILE.as("other");
    var his = APPLICANT.as("his");
    return sql.select(CASEFILE.ID, other.NUMBER, refusedAt(other), other.OUTCOME_REASON)
        .from(CASEFILE)
        .join(APPLICANT)
        .on(APPLICANT.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID), APPLICANT.ID.eq(CASEFILE.APPLICANT_ID))
        .join(his)
        .on(his.DISTRICT_ID.eq(APPLICANT.DISTRICT_ID), his.ID_NUMBER.eq(APPLICANT.ID_NUMBER))
        .join(other)
        .on(other.DISTRICT_ID.eq(his.DISTRICT_ID), other.APPLICANT_ID.eq(his.ID))
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), Among.these(CASEFILE.ID, ids))
        .and(isRefused(CASEFILE))
        .and(isRefused(other))
        .and(other.ITEM_ID.eq(CASEFILE.ITEM_ID))
        .and(other.ID.ne(CASEFILE.ID))
        .and(refusedAt(other).lt(refusedAt(CASEFILE)))
        .orderBy(refusedAt(other))
        .fetchGroups(
            CASEFILE.ID,
            row ->
                new Refusal(
                    row.value2(),
                    Objects.requireNonNull(row.value3()),
                    Objects.requireNonNullElse(row.value4(), "")));
  }

  /** Not accepted, or accepted and refused. */
  private static Condition isRefused(Casefile file) {
    return file.OUTCOME
        .eq(CaseOutcome.REFUSED.name())
        .or(file.STATUS.eq(CaseStatus.NOT_ACCEPTED.name()));
  }

  /** What was not accepted has the day of its receipt. */
  private static Field<Instant> refusedAt(Casefile file) {
    return DSL.coalesce(file.DECIDED_AT, file.RECEIVED_AT);
  }

  /** When the accounts accepted and decided cases between two instants, in order. */
  public Map<Long, List<Instant>> acts(Collection<Long> accounts, Instant from, Instant to) {
    return accounts.isEmpty()
        ? Map.of()
        : sql.select(CASE_EVENT.ACCOUNT_ID, CASE_EVENT.AT)
            .from(CASE_EVENT)
            .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(CASE_EVENT.ACCOUNT_ID, accounts))
            .and(CASE_EVENT.AT.between(from, to))
            .and(CASE_EVENT.KIND.in(ACTS))
            .orderBy(CASE_EVENT.AT)
            .limit(MOST_ACTS)
            .fetchGroups(CASE_EVENT.ACCOUNT_ID, CASE_EVENT.AT);
  }
}
