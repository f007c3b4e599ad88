package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decided cases counted by deciding unit and month, for the board. */
@Component
public class DecidedCounts {
  private final DSLContext sql;
  private final TenantScope scope;

  DecidedCounts(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * One statement over the cases in the caller's reach, tests left out; the month is that of the
   * decision in the district's zone.
   *
   * @param from first day of the first month
   * @param to first day of the last month
   */
  public List<DecidedCount> byUnitAndMonth(
      LocalDate from, LocalDate to, Collection<Integer> unitIds) {
    Field<LocalDate> month = month(CASEFILE.DECIDED_AT).as("month");
    var own = DSL.count().filterWhere(DSL.not(CASEFILE.IMPORTED));
    return sql.select(CASEFILE.DECIDE_UNIT_ID, month, DSL.count(), own)
        .from(CASEFILE)
        .where(decided(from, to, unitIds))
        .groupBy(CASEFILE.DECIDE_UNIT_ID, month)
        .fetch(row -> new DecidedCount(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /**
   * The cases behind one count, or those of a unit and its predecessors; the last decided first.
   */
  Page<CaseFile> behind(
      Collection<Integer> unitIds, LocalDate month, int first, @Nullable String after) {
    int size = Page.size(first);
    LocalDate begin = month.withDayOfMonth(1);
    var rows =
        sql.selectFrom(CASEFILE)
            .where(decided(begin, begin, unitIds))
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(CASEFILE.DECIDED_AT.desc(), CASEFILE.ID.desc())
            .limit(size + 1)
            .fetch();
    var page =
        Page.of(
            rows, size, row -> Cursor.of(Objects.requireNonNull(row.getDecidedAt()), row.getId()));
    return new Page<>(page.nodes().stream().map(CaseRows::caseFile).toList(), page.pageInfo());
  }

  private static Condition beyond(String after) {
    List<String> last = Cursor.parse(after, 2);
    try {
      return DSL.row(CASEFILE.DECIDED_AT, CASEFILE.ID)
          .lt(Instant.parse(last.get(0)), Long.valueOf(last.get(1)));
    } catch (DateTimeException | NumberFormatException foreign) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  private Condition decided(LocalDate from, LocalDate to, Collection<Integer> unitIds) {
    return CASEFILE
        .DISTRICT_ID
        .eq(scope.district())
        .and(Among.these(CASEFILE.DECIDE_UNIT_ID, unitIds))
        .and(CASEFILE.DECIDED_AT.ge(start(from)))
        .and(CASEFILE.DECIDED_AT.lt(start(to.plusMonths(1))))
        .andNot(CASEFILE.TEST);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Now.CHINA).toInstant();
  }

  /** date_trunc('month', at, zone) as a day. */
  private static Field<LocalDate> month(Field<Instant> at) {
    Field<?> local =
        DSL.function(
            DSL.name("timezone"), SQLDataType.LOCALDATETIME, DSL.inline(Now.CHINA.getId()), at);
    return DSL.function(
            DSL.name("date_trunc"), SQLDataType.LOCALDATETIME, DSL.inline("month"), local)
        .cast(SQLDataType.LOCALDATE);
  }

  /**
   * @param own entered here, not imported
   */
  public record DecidedCount(int unitId, LocalDate month, int decided, int own) {}
}
