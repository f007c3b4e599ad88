package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.GREEN;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Requests for the green channel that wait for whoever may grant them. */
@DgsComponent
class GreenRequests {
  private static final List<String> UNDER_WAY =
      Arrays.stream(CaseStatus.values()).filter(CaseStatus::isUnderWay).map(Enum::name).toList();
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  GreenRequests(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /** Of the units the caller heads, a leader's of all; his own requests are for others. */
  @DgsQuery
  Page<CaseFile> greenRequests(@InputArgument int first, @InputArgument @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.select(CASEFILE.fields())
            .select(GREEN.ASKED_AT)
            .from(GREEN)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(GREEN.DISTRICT_ID), CASEFILE.ID.eq(GREEN.CASE_ID))
            .where(GREEN.DISTRICT_ID.eq(scope.district()), GREEN.GRANTED.isNull())
            .and(GREEN.ASKED_BY.isDistinctFrom(posts.requireAccount()))
            .and(CASEFILE.STATUS.in(UNDER_WAY))
            .and(headed())
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(GREEN.ASKED_AT, GREEN.CASE_ID)
            .limit(size + 1)
            .fetch();
    var page = Page.of(rows, size, row -> Cursor.of(row.get(GREEN.ASKED_AT), row.get(CASEFILE.ID)));
    return new Page<>(
        page.nodes().stream().map(row -> CaseRows.caseFile(row.into(CASEFILE))).toList(),
        page.pageInfo());
  }

  private Condition headed() {
    if (posts.holds(Role.LEADER)) {
      return DSL.noCondition();
    }
    Set<Integer> units =
        posts.seats(Role.DEPARTMENT_HEAD).stream()
            .map(Seat::unitId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (units.isEmpty()) {
      throw Problem.forbidden();
    }
    return Among.these(CASEFILE.DECIDE_UNIT_ID, units)
        .or(Among.these(CASEFILE.ACCEPT_UNIT_ID, units));
  }

  private static Condition beyond(String after) {
    List<String> last = Cursor.parse(after, 2);
    return DSL.row(GREEN.ASKED_AT, GREEN.CASE_ID)
        .gt(Instant.parse(last.get(0)), Long.parseLong(last.get(1)));
  }
}
