package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of the decision clocks' time stood still, by unit. Open-ended 挂起 is the first trick of
 * whoever wants a clock to look good, so its share is a figure of its own.
 */
@Component
public class SuspensionFigures {
  private static final Field<BigDecimal> STOOD = DSL.field(DSL.name("stood"), SQLDataType.NUMERIC);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Duties duties;
  private final Now now;

  SuspensionFigures(DSLContext sql, TenantScope scope, Duties duties, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.duties = duties;
    this.now = now;
  }

  /**
   * A unit's decision clocks (kind CASE, rehearsals left out) that ran between two days, both
   * counted.
   *
   * @param elapsedHours from start to end of each clock, clipped to the days, day and night
   * @param suspendedHours of those; one clock has one suspension at a time, so they add up
   */
  public record Figure(
      int unitId, int clocks, int suspendedClocks, int elapsedHours, int suspendedHours) {
    /** Suspended hours in per mille of the elapsed ones; null when nothing elapsed. */
    public @Nullable Integer sharePerMille() {
      return elapsedHours == 0 ? null : Math.toIntExact(1000L * suspendedHours / elapsedHours);
    }
  }

  /** One statement over the clocks in the caller's reach. */
  public List<Figure> between(LocalDate from, LocalDate to) {
    Span span = Span.of(from, to, now.instant());
    Table<?> still = still(span);
    return sql.select(
            DUTY.OWNER_UNIT_ID,
            DSL.count(),
            DSL.count(still.field(SUSPENSION.DUTY_ID)),
            DSL.sum(span.seconds(DUTY.STARTED_AT, DUTY.CLOSED_AT)),
            DSL.sum(still.field(STOOD)))
        .from(DUTY)
        .leftJoin(still)
        .on(still.field(SUSPENSION.DUTY_ID).eq(DUTY.ID))
        .where(ran(span))
        .groupBy(DUTY.OWNER_UNIT_ID)
        .orderBy(DUTY.OWNER_UNIT_ID)
        .fetch(
            row ->
                new Figure(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    whole(row.value4()),
                    whole(row.value5())));
  }

  /** One decision clock behind a figure; hours as there. */
  record Line(Duty duty, int elapsedHours, int suspendedHours) {}

  /** Those that stood still longest first. Two statements. */
  Page<Line> behind(int unitId, LocalDate from, LocalDate to, int first, @Nullable String after) {
    int size = Page.size(first);
    Span span = Span.of(from, to, now.instant());
    Table<?> still = still(span);
    Field<BigDecimal> stood = DSL.coalesce(still.field(STOOD), BigDecimal.ZERO);
    Field<BigDecimal> elapsed =
        span.seconds(DUTY.STARTED_AT, DUTY.CLOSED_AT).cast(SQLDataType.NUMERIC);
    List<String> last = after == null ? null : Cursor.parse(after, 2);
    var rows =
        sql.select(DUTY.ID, elapsed, stood)
            .from(DUTY)
            .leftJoin(still)
            .on(still.field(SUSPENSION.DUTY_ID).eq(DUTY.ID))
            .where(ran(span), DUTY.OWNER_UNIT_ID.eq(unitId))
            .and(last == null ? DSL.noCondition() : beyond(stood, last))
            .orderBy(stood.desc(), DUTY.ID.desc())
            .limit(size + 1)
            .fetch();
    var page = Page.of(rows, size, row -> Cursor.of(row.value3(), row.value1()));
    Map<Long, Duty> found = duties.byIds(page.nodes().stream().map(row -> row.value1()).toList());
    return new Page<>(
        page.nodes().stream()
            .map(
                row ->
                    new Line(
                        Objects.requireNonNull(found.get(row.value1())),
                        whole(row.value2()),
                        whole(row.value3())))
            .toList(),
        page.pageInfo());
  }

  private static Condition beyond(Field<BigDecimal> stood, List<String> last) {
    try {
      return DSL.row(stood, DUTY.ID).lt(new BigDecimal(last.get(0)), Long.valueOf(last.get(1)));
    } catch (NumberFormatException foreign) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  /** How long each clock stood still. */
  private Table<?> still(Span span) {
    return sql.select(
            SUSPENSION.DUTY_ID,
            DSL.sum(span.seconds(SUSPENSION.FROM_AT, SUSPENSION.TO_AT)).as(STOOD))
        .from(SUSPENSION)
        .where(SUSPENSION.DISTRICT_ID.eq(scope.district()))
        .and(span.overlaps(SUSPENSION.FROM_AT, SUSPENSION.TO_AT))
        .groupBy(SUSPENSION.DUTY_ID)
        .asTable("still");
  }

  private Condition ran(Span span) {
    return DUTY.DISTRICT_ID
        .eq(scope.district())
        .and(DUTY.KIND.eq("CASE"))
        .andNot(DUTY.TEST)
        .and(span.overlaps(DUTY.STARTED_AT, DUTY.CLOSED_AT));
  }

  private static int whole(@Nullable BigDecimal seconds) {
    return seconds == null ? 0 : seconds.divideToIntegralValue(BigDecimal.valueOf(3600)).intValue();
  }

  /**
   * The days, both counted.
   *
   * @param after the first moment behind them
   * @param end of what has passed of them
   */
  private record Span(Instant begin, Instant after, Instant end) {
    static Span of(LocalDate from, LocalDate to, Instant now) {
      Instant after = to.plusDays(1).atStartOfDay(Now.CHINA).toInstant();
      Instant begin = from.atStartOfDay(Now.CHINA).toInstant();
      return new Span(begin, after, after.isAfter(now) ? now : after);
    }

    Condition overlaps(Field<Instant> from, Field<Instant> to) {
      return from.lt(after).and(to.isNull().or(to.gt(begin)));
    }

    /** Of the piece inside. */
    Field<Integer> seconds(Field<Instant> from, Field<Instant> to) {
      return DSL.extract(DSL.least(DSL.coalesce(to, DSL.val(end)), DSL.val(end)), DatePart.EPOCH)
          .minus(DSL.extract(DSL.greatest(from, DSL.val(begin)), DatePart.EPOCH));
    }
  }
}
