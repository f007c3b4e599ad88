package cn.lianban.clock;

import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The days of a figure, both counted.
 *
 * @param after the first moment behind them
 * @param end of what has passed of them
 */
record FigureDays(Instant begin, Instant after, Instant end) {
  static FigureDays of(LocalDate from, LocalDate to, Instant now) {
    Instant after = to.plusDays(1).atStartOfDay(Now.CHINA).toInstant();
    Instant begin = from.atStartOfDay(Now.CHINA).toInstant();
    return new FigureDays(begin, after, after.isAfter(now) ? now : after);
  }

  Condition overlaps(Field<Instant> from, Field<Instant> to) {
    return from.lt(after).and(to.isNull().or(to.gt(begin)));
  }

  /** The end of the piece inside. */
  Field<Instant> until(Field<Instant> to) {
    return DSL.least(DSL.coalesce(to, DSL.val(end)), DSL.val(end));
  }

  /** Of the piece inside. */
  Field<Integer> seconds(Field<Instant> from, Field<Instant> to) {
    return DSL.extract(until(to), DatePart.EPOCH)
        .minus(DSL.extract(DSL.greatest(from, DSL.val(begin)), DatePart.EPOCH));
  }
}
