package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.SEGMENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of the decision clocks' time stood still, by the unit that held them then. Open-ended 挂起
 * is the first trick of whoever wants a clock to look good, so its share is a figure of its own.
 */
@Component
public class SuspensionFigures {
  private static final Field<BigDecimal> STOOD = DSL.field(DSL.name("stood"), SQLDataType.NUMERIC);
  private static final Field<BigDecimal> ELAPSED =
      DSL.field(DSL.name("elapsed"), SQLDataType.NUMERIC);
  private static final Field<Integer> HOLDER = DSL.field(DSL.name("holder"), SQLDataType.INTEGER);
  private static final Field<Long> CLOCK = DSL.field(DSL.name("clock"), SQLDataType.BIGINT);
  private static final Field<BigDecimal> NONE = DSL.castNull(SQLDataType.NUMERIC);
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
   * The decision clocks (kind CASE, rehearsals left out) that a unit held between two days, both
   * counted: a clock that was handed on is each holder's for his time.
   *
   * @param elapsedHours while the unit held each clock, clipped to the days, day and night
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
    Table<?> held = held(FigureDays.of(from, to, now.instant()));
    return sql.select(HOLDER, DSL.count(), DSL.count(STOOD), DSL.sum(ELAPSED), DSL.sum(STOOD))
        .from(held)
        .groupBy(HOLDER)
        .orderBy(HOLDER)
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

  /**
   * Those that stood still longest first, all pages as at the moment of the first: what is paused
   * grows meanwhile and would slip past. Two statements.
   */
  Page<Line> behind(int unitId, LocalDate from, LocalDate to, int first, @Nullable String after) {
    int size = Page.size(first);
    Field<BigDecimal> stood = DSL.coalesce(STOOD, BigDecimal.ZERO);
    List<String> last = after == null ? null : Cursor.parse(after, 3);
    Instant moment = last == null ? now.instant() : moment(last.getLast());
    var rows =
        sql.select(CLOCK, ELAPSED, stood)
            .from(held(FigureDays.of(from, to, moment)))
            .where(HOLDER.eq(unitId))
            .and(last == null ? DSL.noCondition() : beyond(stood, last))
            .orderBy(stood.desc(), CLOCK.desc())
            .limit(size + 1)
            .fetch();
    var page = Page.of(rows, size, row -> Cursor.of(row.value3(), row.value1(), moment));
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
      return DSL.row(stood, CLOCK).lt(new BigDecimal(last.get(0)), Long.valueOf(last.get(1)));
    } catch (NumberFormatException foreign) {
      throw noPlace();
    }
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException foreign) {
      throw noPlace();
    }
  }

  private static Problem noPlace() {
    return Problem.badInput("after", "翻页位置无效");
  }

  /**
   * How long each unit held each clock, and how long of that it stood still: two lists one below
   * the other. Joined, the shorter was read anew for each piece of the longer.
   */
  private Table<?> held(FigureDays span) {
    Table<?> pieces = elapsed(span).unionAll(stood(span)).asTable("pieces");
    return sql.select(HOLDER, CLOCK, DSL.sum(ELAPSED).as(ELAPSED), DSL.sum(STOOD).as(STOOD))
        .from(pieces)
        .groupBy(HOLDER, CLOCK)
        .asTable("held");
  }

  private Select<Record> elapsed(FigureDays span) {
    Field<Integer> elapsed = span.seconds(SEGMENT.FROM_AT, SEGMENT.TO_AT);
    return sql.select(piece(elapsed.cast(SQLDataType.NUMERIC), NONE))
        .from(DUTY)
        .join(SEGMENT)
        .on(SEGMENT.DISTRICT_ID.eq(DUTY.DISTRICT_ID), SEGMENT.DUTY_ID.eq(DUTY.ID))
        .where(counted(span));
  }

  /** How long a clock stood still in each piece of its time. */
  private Select<Record> stood(FigureDays span) {
    Field<Instant> from = DSL.greatest(SUSPENSION.FROM_AT, SEGMENT.FROM_AT);
    Field<Instant> to = DSL.least(span.until(SUSPENSION.TO_AT), span.until(SEGMENT.TO_AT));
    return sql.select(piece(NONE, span.seconds(from, to).cast(SQLDataType.NUMERIC)))
        .from(SUSPENSION)
        .join(SEGMENT)
        .on(SEGMENT.DISTRICT_ID.eq(SUSPENSION.DISTRICT_ID))
        .and(SEGMENT.DUTY_ID.eq(SUSPENSION.DUTY_ID))
        .join(DUTY)
        .on(DUTY.DISTRICT_ID.eq(SEGMENT.DISTRICT_ID), DUTY.ID.eq(SEGMENT.DUTY_ID))
        .where(counted(span))
        .and(span.overlaps(SUSPENSION.FROM_AT, SUSPENSION.TO_AT))
        .and(from.lt(to));
  }

  private static List<Field<?>> piece(Field<BigDecimal> elapsed, Field<BigDecimal> stood) {
    return List.of(
        SEGMENT.HOLDER_UNIT_ID.as(HOLDER),
        SEGMENT.DUTY_ID.as(CLOCK),
        elapsed.as(ELAPSED),
        stood.as(STOOD));
  }

  /** The pieces of decision clocks inside the days. */
  private Condition counted(FigureDays span) {
    return DUTY.DISTRICT_ID
        .eq(scope.district())
        .and(DUTY.KIND.eq("CASE"))
        .andNot(DUTY.TEST)
        .and(span.overlaps(DUTY.STARTED_AT, DUTY.CLOSED_AT))
        .and(span.overlaps(SEGMENT.FROM_AT, SEGMENT.TO_AT));
  }

  private static int whole(@Nullable BigDecimal seconds) {
    return seconds == null ? 0 : seconds.divideToIntegralValue(BigDecimal.valueOf(3600)).intValue();
  }
}
