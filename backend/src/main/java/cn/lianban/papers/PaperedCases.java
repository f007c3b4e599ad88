package cn.lianban.papers;

import static cn.lianban.db.papers.Tables.PAPER;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseUse;
import cn.lianban.files.FileSource;
import cn.lianban.files.StoredFiles;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A case that has papers, handed in or printed, stays. */
@Component
class PaperedCases implements CaseUse {
  private final DSLContext sql;
  private final TenantScope scope;
  private final StoredFiles files;

  PaperedCases(DSLContext sql, TenantScope scope, StoredFiles files) {
    this.sql = sql;
    this.scope = scope;
    this.files = files;
  }

  @Override
  public Map<Long, String> builtOn(Collection<Long> caseIds) {
    Map<Long, String> built = new HashMap<>();
    files
        .of(CaseFile.KIND, caseIds, EnumSet.allOf(FileSource.class))
        .keySet()
        .forEach(id -> built.put(id, "办件已有附件"));
    sql.selectDistinct(PAPER.CASE_ID)
        .from(PAPER)
        .where(PAPER.DISTRICT_ID.eq(scope.district()), Among.these(PAPER.CASE_ID, caseIds))
        .forEach(row -> built.put(row.value1(), "办件已打印文书"));
    return built;
  }
}
