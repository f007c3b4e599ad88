package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The applicant's look at his case by number and password; every failure is answered alike. */
@Component
class ProgressDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final QueryAttempts attempts;
  private final CaseQueries queries;
  private final Items items;
  private final Units units;
  private final Duties duties;

  ProgressDesk(
      DSLContext sql,
      TenantScope scope,
      QueryAttempts attempts,
      CaseQueries queries,
      Items items,
      Units units,
      Duties duties) {
    this.sql = sql;
    this.scope = scope;
    this.attempts = attempts;
    this.queries = queries;
    this.items = items;
    this.units = units;
    this.duties = duties;
  }

  /**
   * @throws Rejected PROGRESS_NOT_FOUND for a wrong number, a wrong password and too many attempts
   */
  CaseProgress open(String typedNumber, String password) {
    String number = CaseNumber.normalised(typedNumber);
    Optional<CaseProgress> found =
        number.isEmpty() || !scope.current().hasDistrict()
            ? Optional.empty()
            : scope.write(() -> attempt(number, password));
    return found.orElseThrow(
        () -> new Rejected("PROGRESS_NOT_FOUND", null, "办件编号或查询密码不正确，或尝试次数过多，请稍后再试"));
  }

  private Optional<CaseProgress> attempt(String number, String password) {
    byte[] hash = Sha256.of(number);
    if (!attempts.count(hash)) {
      return Optional.empty();
    }
    return scope.asSubject("number:progress", () -> check(number, password, hash));
  }

  private Optional<CaseProgress> check(String number, String password, byte[] hash) {
    byte[] expected =
        sql.select(CASEFILE.QUERY_HASH)
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.NUMBER.eq(number))
            .fetchOne(CASEFILE.QUERY_HASH);
    if (!QueryPassword.matches(expected == null ? new byte[0] : expected, number, password)) {
      return Optional.empty();
    }
    attempts.forget(hash);
    return queries.find(CASEFILE.NUMBER.eq(number)).map(this::progress);
  }

  private CaseProgress progress(CaseFile file) {
    List<CaseParts.CaseEvent> timeline =
        queries.timeline(List.of(file.id())).getOrDefault(file.id(), List.of());
    Map<Integer, Unit> named = units.byIds(unitsOf(file, timeline));
    Duty duty = running(file);
    return new CaseProgress(
        file.number(),
        items.find(file.itemId()).map(Item::name).orElse(""),
        file.status(),
        name(named, file.acceptUnitId()),
        name(named, file.decideUnitId()),
        file.receivedAt(),
        duty == null ? null : duty.dueOn(),
        duty != null && duty.dueAt() == null,
        duty != null && duty.provisional(),
        file.decidedAt(),
        file.outcome(),
        file.outcomeReason(),
        timeline.stream()
            .map(
                event ->
                    new CaseProgress.Step(event.at(), event.kind(), name(named, event.unitId())))
            .toList());
  }

  /** The decision's clock while it is open. */
  private @Nullable Duty running(CaseFile file) {
    Long id = file.dutyId();
    Duty duty = id == null ? null : duties.find(id).orElse(null);
    return duty != null && duty.closedAt() == null ? duty : null;
  }

  private static Set<Integer> unitsOf(CaseFile file, List<CaseParts.CaseEvent> timeline) {
    return Stream.concat(
            Stream.of(file.acceptUnitId(), file.decideUnitId()),
            timeline.stream().map(CaseParts.CaseEvent::unitId).filter(Objects::nonNull))
        .collect(Collectors.toSet());
  }

  private static String name(Map<Integer, Unit> named, @Nullable Integer unitId) {
    Unit unit = unitId == null ? null : named.get(unitId);
    return unit == null ? "" : unit.name();
  }
}
