package cn.lianban.supervision;

import cn.lianban.cases.DecidedCounts;
import cn.lianban.clock.DutyCounts;
import cn.lianban.evaluation.Ratings;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.organisation.Lineage;
import cn.lianban.supervision.Board.UnitDuties;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the board together: five statements at most, whatever the number of units and months. */
@Component
class Boards {
  private static final int LONGEST_IN_MONTHS = 60;
  private final Posts posts;
  private final TenantScope scope;
  private final Now now;
  private final Units units;
  private final DutyCounts duties;
  private final Ratings ratings;
  private final DecidedCounts decided;
  private final Lineage lineage;

  Boards(
      Posts posts,
      TenantScope scope,
      Now now,
      Units units,
      DutyCounts duties,
      Ratings ratings,
      DecidedCounts decided,
      Lineage lineage) {
    this.posts = posts;
    this.scope = scope;
    this.now = now;
    this.units = units;
    this.duties = duties;
    this.ratings = ratings;
    this.decided = decided;
    this.lineage = lineage;
  }

  /**
   * @throws Problem FORBIDDEN for clerks, officers and operators; BAD_INPUT for a span of months
   *     that is reversed or longer than 60
   */
  Board board(Filter filter) {
    posts.require(
        Role.DISTRICT_ADMIN,
        Role.SUPERVISOR,
        Role.LEADER,
        Role.AUDITOR,
        Role.SUB_DISTRICT_ADMIN,
        Role.DEPARTMENT_HEAD);
    Span span = span(filter);
    Map<Integer, Unit> every =
        units.withClosed().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    AsToday heirs = new AsToday(filter.asToday() ? lineage.heirs() : Map.of());
    Map<Integer, Unit> shown = shown(every.values(), filter, heirs);
    var tallies = heirs.tallies(ratings.tally(span.from(), span.to(), shown.keySet()));
    var counts = heirs.counts(decided.byUnitAndMonth(span.from(), span.to(), shown.keySet()));
    return new Board(
        now.instant(),
        FigureNotes.of(tallies, counts),
        duties(shown, filter.kind()),
        shown.keySet(),
        Cells.of(every, tallies, counts));
  }

  /** The units whose records are counted: read as today, a predecessor's go with its heir's. */
  private Map<Integer, Unit> shown(Collection<Unit> every, Filter filter, AsToday heirs) {
    Map<Integer, Unit> byId = every.stream().collect(Collectors.toMap(Unit::id, u -> u));
    return every.stream()
        .filter(this::isInReach)
        .filter(unit -> filter.admits(byId.getOrDefault(heirs.of(unit.id()), unit)))
        .collect(Collectors.toMap(Unit::id, Function.identity()));
  }

  private List<UnitDuties> duties(Map<Integer, Unit> shown, @Nullable String kind) {
    return duties.byUnitKindAndLight(shown.keySet(), kind).stream()
        .map(
            count ->
                new UnitDuties(
                    Objects.requireNonNull(shown.get(count.unitId())),
                    count.kind(),
                    count.light(),
                    count.count()))
        .sorted(
            Comparator.comparing((UnitDuties row) -> row.unit().name())
                .thenComparing(UnitDuties::kind)
                .thenComparing(UnitDuties::light))
        .toList();
  }

  /**
   * Whole units only: a reach that shows some of a unit's cases (handed up, handed down) would make
   * partial figures that look like the unit's.
   */
  private boolean isInReach(Unit unit) {
    Scope caller = scope.current();
    return switch (caller.reach()) {
      case ALL -> true;
      case LEVEL -> unit.atDistrictLevel();
      case OWN ->
          unit.subDistrict() != null
              && Objects.equals(unit.subDistrict().id(), caller.subDistrictId());
      default -> false;
    };
  }

  private Span span(Filter filter) {
    LocalDate to = filter.toMonth() == null ? now.today() : filter.toMonth();
    LocalDate last = to.withDayOfMonth(1);
    LocalDate from = filter.fromMonth() == null ? last.minusMonths(11) : filter.fromMonth();
    LocalDate first = from.withDayOfMonth(1);
    if (first.isAfter(last)) {
      throw Problem.badInput("filter.fromMonth", "起始月份不能晚于截止月份");
    }
    if (first.plusMonths(LONGEST_IN_MONTHS - 1).isBefore(last)) {
      throw Problem.badInput("filter.fromMonth", "最多 60 个月");
    }
    return new Span(first, last);
  }

  /** First days of the first and last month. */
  private record Span(LocalDate from, LocalDate to) {}

  /** What the board is narrowed to; nulls narrow nothing. */
  record Filter(
      @Nullable Integer unitId,
      @Nullable Integer subDistrictId,
      @Nullable String kind,
      @Nullable LocalDate fromMonth,
      @Nullable LocalDate toMonth,
      boolean asToday) {
    private boolean admits(Unit unit) {
      boolean named = unitId == null || unit.id() == unitId;
      boolean there =
          subDistrictId == null
              || unit.subDistrict() != null && unit.subDistrict().id() == subDistrictId;
      return named && there;
    }
  }
}
