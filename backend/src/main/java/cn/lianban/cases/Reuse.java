package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;

import cn.lianban.catalog.Material;
import cn.lianban.catalog.MaterialReuse;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Papers that an applicant handed in before and need not bring again (材料复用): the item's list has to
 * allow it, and an earlier case of the same applicant, in the clerk's reach, has to hold one that
 * is not too old.
 */
@Component
class Reuse {
  private final DSLContext sql;
  private final TenantScope scope;

  Reuse(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * Material number → number of the earlier case; no statement when nothing is reused.
   *
   * @throws Rejected NOT_REUSABLE by the item's list, NOTHING_TO_REUSE
   */
  Map<Integer, String> find(
      List<Material> listed, Map<Integer, MaterialState> seen, Applicant applicant, LocalDate day) {
    Map<Integer, String> found = new HashMap<>();
    for (Material material : listed) {
      if (seen.get(material.seq()) == MaterialState.REUSED) {
        if (material.reuse() == MaterialReuse.NEVER) {
          throw new Rejected("NOT_REUSABLE", "materials", "“" + material.name() + "”不能复用，须重新提交");
        }
        found.put(
            material.seq(),
            earlier(material, applicant, day)
                .orElseThrow(
                    () ->
                        new Rejected(
                            "NOTHING_TO_REUSE",
                            "materials",
                            "申请人以前没有在有效期内交过“" + material.name() + "”")));
      }
    }
    return found;
  }

  private Optional<String> earlier(Material material, Applicant applicant, LocalDate day) {
    int age = material.reuseDays() == null ? 36_600 : material.reuseDays();
    return sql.select(CASEFILE.NUMBER)
        .from(APPLICANT)
        .join(CASEFILE)
        .on(CASEFILE.DISTRICT_ID.eq(APPLICANT.DISTRICT_ID))
        .and(CASEFILE.APPLICANT_ID.eq(APPLICANT.ID))
        .join(CASE_MATERIAL)
        .on(CASE_MATERIAL.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID))
        .and(CASE_MATERIAL.CASE_ID.eq(CASEFILE.ID))
        .where(APPLICANT.DISTRICT_ID.eq(scope.district()))
        .and(APPLICANT.ID_NUMBER.eq(applicant.idNumber()))
        .and(APPLICANT.ID_KIND.eq(applicant.idKind().name()))
        .and(CASE_MATERIAL.NAME.eq(material.name()))
        .and(CASE_MATERIAL.STATE.in(MaterialState.ORIGINAL_SEEN.name(), MaterialState.COPY.name()))
        .and(CASEFILE.TEST.isFalse())
        .and(CASEFILE.ACCEPTED_AT.ge(day.minusDays(age).atStartOfDay(Now.CHINA).toInstant()))
        .orderBy(CASEFILE.ACCEPTED_AT.desc())
        .limit(1)
        .fetchOptional(CASEFILE.NUMBER);
  }
}
