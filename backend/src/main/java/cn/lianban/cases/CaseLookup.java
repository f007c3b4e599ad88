package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds cases by what papers and platforms call them. */
@Component
public class CaseLookup {
  private final DSLContext sql;
  private final TenantScope scope;

  CaseLookup(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * By our own number or another platform's; two statements. A foreign number that two platforms
   * use is missing from the answer.
   */
  public Map<String, CaseFile> byNumbers(Collection<String> numbers) {
    Map<String, CaseFile> found = new HashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    for (CasefileRecord row :
        sql.selectFrom(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
            .and(Among.these(CASEFILE.FOREIGN_NO, numbers))
            .fetch()) {
      found.put(row.getForeignNo(), CaseRows.caseFile(row));
      uses.merge(row.getForeignNo(), 1, Integer::sum);
    }
    uses.forEach((number, count) -> found.keySet().removeIf(n -> n.equals(number) && count > 1));
    sql.selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), Among.these(CASEFILE.NUMBER, numbers))
        .forEach(row -> found.put(row.getNumber(), CaseRows.caseFile(row)));
    return found;
  }
}
