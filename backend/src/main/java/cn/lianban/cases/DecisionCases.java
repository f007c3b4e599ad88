package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import cn.lianban.catalog.CasesOfItems;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases that were accepted though an upper-level decision held. */
@Component
class DecisionCases implements CasesOfItems {
  private final DSLContext sql;
  private final TenantScope scope;

  DecisionCases(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  @Override
  public Condition acceptedSince(Field<Long> itemId, Field<LocalDate> day) {
    return exists(
        selectOne()
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ITEM_ID.eq(itemId))
            .and(CASEFILE.ACCEPTED_AT.ge(midnight(day)))
            .andNot(CASEFILE.TEST));
  }

  /** When the day begins in China, whatever the session's own zone is. */
  private static Field<Instant> midnight(Field<LocalDate> day) {
    return DSL.function(
        DSL.name("timezone"),
        CASEFILE.ACCEPTED_AT.getDataType(),
        DSL.inline(Now.CHINA.getId()),
        day.cast(SQLDataType.LOCALDATETIME));
  }

  /** Of one item, accepted since a day, the last first. */
  Page<CaseFile> since(long itemId, LocalDate day, int first, @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.selectFrom(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ITEM_ID.eq(itemId))
            .and(CASEFILE.ACCEPTED_AT.ge(day.atStartOfDay(Now.CHINA).toInstant()))
            .andNot(CASEFILE.TEST)
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(CASEFILE.ACCEPTED_AT.desc(), CASEFILE.ID.desc())
            .limit(size + 1)
            .fetch();
    var page = Page.of(rows, size, row -> Cursor.of(row.getAcceptedAt(), row.getId()));
    return new Page<>(page.nodes().stream().map(CaseRows::caseFile).toList(), page.pageInfo());
  }

  private static Condition beyond(String after) {
    List<String> last = Cursor.parse(after, 2);
    return DSL.row(CASEFILE.ACCEPTED_AT, CASEFILE.ID)
        .lt(Instant.parse(last.get(0)), Long.valueOf(last.get(1)));
  }
}
