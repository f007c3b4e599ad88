package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.clock.Annulments;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Takes imported cases back. Nothing is deleted: the case ends as withdrawn, marked as a test so
 * that it counts nowhere, its applicant's data are blanked, and its foreign number is free again.
 */
@Component
class CasesTakenBack {
  private final DSLContext sql;
  private final TenantScope scope;
  private final ForeignCases cases;
  private final Annulments annulments;
  private final List<CaseUse> uses;
  private final Now now;

  CasesTakenBack(
      DSLContext sql,
      TenantScope scope,
      ForeignCases cases,
      Annulments annulments,
      List<CaseUse> uses,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.cases = cases;
    this.annulments = annulments;
    this.uses = uses;
    this.now = now;
  }

  void remove(List<Row> rows, Findings findings) {
    Map<String, Long> ids = cases.ids(rows);
    Map<Long, String> built = builtOn(ids.values());
    for (Row row : rows) {
      long id = Objects.requireNonNull(ids.get(ForeignCases.key(row)));
      String words = built.get(id);
      if (words == null) {
        withdraw(id, row);
      } else {
        findings.refuse(row, CaseColumns.FOREIGN_NO, words);
      }
    }
  }

  private Map<Long, String> builtOn(Collection<Long> ids) {
    Map<Long, String> built = new HashMap<>();
    sql.selectDistinct(CASE_EVENT.CASE_ID)
        .from(CASE_EVENT)
        .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASE_EVENT.CASE_ID, ids))
        .and(CASE_EVENT.ACCOUNT_ID.isNotNull())
        .forEach(row -> built.put(row.value1(), "办件已有人接着办理"));
    uses.forEach(use -> built.putAll(use.builtOn(ids)));
    return built;
  }

  private void withdraw(long id, Row row) {
    var mine = CASEFILE.DISTRICT_ID.eq(scope.district()).and(CASEFILE.ID.eq(id));
    var found = sql.selectFrom(CASEFILE).where(mine).fetchSingle();
    String named = row.need(CaseColumns.SOURCE) + " " + row.need(CaseColumns.FOREIGN_NO);
    sql.update(CASEFILE)
        .set(CASEFILE.STATUS, CaseStatus.WITHDRAWN.name())
        .set(CASEFILE.OUTCOME_REASON, "导入已整体撤回：" + named)
        .setNull(CASEFILE.FOREIGN_NO)
        .set(CASEFILE.TEST, true)
        .set(CASEFILE.VERSION, CASEFILE.VERSION.plus(1))
        .where(mine)
        .execute();
    sql.update(APPLICANT)
        .set(APPLICANT.NAME, "")
        .set(APPLICANT.ID_NUMBER, "")
        .setNull(APPLICANT.MOBILE)
        .setNull(APPLICANT.AGENT_NAME)
        .setNull(APPLICANT.AGENT_ID_KIND)
        .setNull(APPLICANT.AGENT_ID_NUMBER)
        .setNull(APPLICANT.MANDATE)
        .setNull(APPLICANT.MANDATE_UNTIL)
        .set(APPLICANT.BLANKED_AT, now.instant())
        .where(APPLICANT.DISTRICT_ID.eq(scope.district()), APPLICANT.ID.eq(found.getApplicantId()))
        .execute();
    if (found.getDutyId() != null) {
      annulments.annul(found.getDutyId());
    }
  }
}
