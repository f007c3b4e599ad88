package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.GREEN;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often a unit lets somebody pass through the green channel: a favour that everybody gets is
 * none, and one that few get wants looking at.
 */
@Component
class GreenFigures {
  private final DSLContext sql;
  private final TenantScope scope;

  GreenFigures(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Of the cases that a unit decides, accepted between two days; rehearsals left out. */
  record Figure(int unitId, int cases, int asked, int granted) {
    /** Granted in per mille of the cases. */
    public int sharePerMille() {
      return 1000 * granted / cases;
    }
  }

  /** One statement over the cases in the caller's reach. */
  List<Figure> between(LocalDate from, LocalDate to) {
    return sql.select(
            CASEFILE.DECIDE_UNIT_ID,
            DSL.count(),
            DSL.count(GREEN.CASE_ID),
            DSL.count().filterWhere(GREEN.GRANTED))
        .from(CASEFILE)
        .leftJoin(GREEN)
        .on(GREEN.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID), GREEN.CASE_ID.eq(CASEFILE.ID))
        .where(accepted(from, to))
        .groupBy(CASEFILE.DECIDE_UNIT_ID)
        .orderBy(CASEFILE.DECIDE_UNIT_ID)
        .fetch(row -> new Figure(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** The cases for which it was asked, the last accepted first. */
  Page<CaseFile> behind(
      int unitId, LocalDate from, LocalDate to, int first, @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.select(CASEFILE.fields())
            .from(GREEN)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(GREEN.DISTRICT_ID), CASEFILE.ID.eq(GREEN.CASE_ID))
            .where(accepted(from, to), CASEFILE.DECIDE_UNIT_ID.eq(unitId))
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(CASEFILE.ACCEPTED_AT.desc(), CASEFILE.ID.desc())
            .limit(size + 1)
            .fetchInto(CASEFILE);
    var page = Page.of(rows, size, row -> Cursor.of(row.getAcceptedAt(), row.getId()));
    return new Page<>(page.nodes().stream().map(CaseRows::caseFile).toList(), page.pageInfo());
  }

  private static Condition beyond(String after) {
    List<String> last = Cursor.parse(after, 2);
    return DSL.row(CASEFILE.ACCEPTED_AT, CASEFILE.ID)
        .lt(Instant.parse(last.get(0)), Long.valueOf(last.get(1)));
  }

  private Condition accepted(LocalDate from, LocalDate to) {
    return CASEFILE
        .DISTRICT_ID
        .eq(scope.district())
        .andNot(CASEFILE.TEST)
        .and(CASEFILE.ACCEPTED_AT.ge(from.atStartOfDay(Now.CHINA).toInstant()))
        .and(CASEFILE.ACCEPTED_AT.lt(to.plusDays(1).atStartOfDay(Now.CHINA).toInstant()));
  }
}
