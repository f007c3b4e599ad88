package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;

import cn.lianban.cases.CaseUse;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A case that somebody was asked to rate, or rated, stays. */
@Component
class RatedCases implements CaseUse {
  private final DSLContext sql;
  private final TenantScope scope;

  RatedCases(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  @Override
  public Map<Long, String> builtOn(Collection<Long> caseIds) {
    Map<Long, String> built = new HashMap<>();
    sql.selectDistinct(INVITATION.CASE_ID)
        .from(INVITATION)
        .where(INVITATION.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(INVITATION.CASE_ID, caseIds))
        .and(INVITATION.SERVICE_NO.gt(0))
        .forEach(row -> built.put(row.value1(), "办件已邀请评价或已有评价"));
    return built;
  }
}
