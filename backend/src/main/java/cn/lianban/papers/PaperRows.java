package cn.lianban.papers;

import static cn.lianban.db.papers.Tables.NUMBERING;
import static cn.lianban.db.papers.Tables.PAPER;

import cn.lianban.cases.CaseFile;
import cn.lianban.db.papers.tables.records.PaperRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of printed papers. */
@Component
class PaperRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  PaperRows(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /**
   * What is known of a paper before it has a number.
   *
   * @param supplementId the recorded notice it states; null: none
   */
  record New(
      PaperKind kind,
      int version,
      PaperText text,
      String issuer,
      LocalDate dated,
      @Nullable Long supplementId) {}

  /** 〔2026〕受12号: without gaps, because a paper that fails gives its number back. */
  String nextNumber(PaperKind kind, int year) {
    int next =
        Objects.requireNonNull(
            sql.insertInto(NUMBERING)
                .set(NUMBERING.DISTRICT_ID, scope.district())
                .set(NUMBERING.KIND, kind.name())
                .set(NUMBERING.YEAR, year)
                .set(NUMBERING.LAST, 1)
                .onConflict(NUMBERING.DISTRICT_ID, NUMBERING.KIND, NUMBERING.YEAR)
                .doUpdate()
                .set(NUMBERING.LAST, NUMBERING.LAST.plus(1))
                .returning(NUMBERING.LAST)
                .fetchSingle()
                .getLast());
    return "〔" + year + "〕" + kind.mark + next + "号";
  }

  long insert(CaseFile file, New paper, int unitId, String number) {
    return Objects.requireNonNull(
        sql.insertInto(PAPER)
            .set(PAPER.DISTRICT_ID, scope.district())
            .set(PAPER.SUB_DISTRICT_ID, file.subDistrictId())
            .set(PAPER.AT_DISTRICT, file.atDistrict())
            .set(PAPER.CASE_ID, file.id())
            .set(PAPER.KIND, paper.kind().name())
            .set(PAPER.NUMBER, number)
            .set(PAPER.TEMPLATE_VERSION, paper.version())
            .set(PAPER.TITLE, paper.text().title())
            .set(PAPER.BODY, paper.text().body())
            .set(PAPER.ISSUER, paper.issuer())
            .set(PAPER.DATED, paper.dated())
            .set(PAPER.PROGRESS_PATH, "/progress#" + file.number())
            .set(PAPER.UNIT_ID, unitId)
            .set(PAPER.SUPPLEMENT_ID, paper.supplementId())
            .set(PAPER.PRINTED_BY, scope.current().actor())
            .set(PAPER.PRINTED_AT, now.instant())
            .returning(PAPER.ID)
            .fetchSingle()
            .getId());
  }

  /** Empty when there is none, or it is outside the caller's reach. */
  Optional<Paper> find(long id) {
    return sql.selectFrom(PAPER)
        .where(PAPER.DISTRICT_ID.eq(scope.district()), PAPER.ID.eq(id))
        .fetchOptional(PaperRows::paper);
  }

  /** A recorded supplement notice has its paper. */
  boolean states(long supplementId) {
    return sql.fetchExists(
        PAPER, PAPER.DISTRICT_ID.eq(scope.district()).and(PAPER.SUPPLEMENT_ID.eq(supplementId)));
  }

  /** By case, oldest first. One statement. */
  Map<Long, List<Paper>> of(Collection<Long> caseIds) {
    return sql.selectFrom(PAPER)
        .where(PAPER.DISTRICT_ID.eq(scope.district()), Among.these(PAPER.CASE_ID, caseIds))
        .orderBy(PAPER.CASE_ID, PAPER.ID)
        .fetchGroups(PAPER.CASE_ID, PaperRows::paper);
  }

  void raiseToDistrict(long caseId) {
    sql.update(PAPER)
        .set(PAPER.AT_DISTRICT, true)
        .where(PAPER.DISTRICT_ID.eq(scope.district()), PAPER.CASE_ID.eq(caseId))
        .execute();
  }

  void place(long caseId, int subDistrictId) {
    sql.update(PAPER)
        .set(PAPER.SUB_DISTRICT_ID, subDistrictId)
        .set(PAPER.AT_DISTRICT, true)
        .where(PAPER.DISTRICT_ID.eq(scope.district()), PAPER.CASE_ID.eq(caseId))
        .execute();
  }

  private static Paper paper(PaperRecord row) {
    return new Paper(
        row.getId(),
        row.getCaseId(),
        PaperKind.valueOf(row.getKind()),
        row.getNumber(),
        row.getTemplateVersion(),
        new PaperText(row.getTitle(), row.getBody()),
        row.getIssuer(),
        row.getDated(),
        row.getProgressPath(),
        row.getUnitId(),
        row.getPrintedAt(),
        row.getSubDistrictId(),
        row.getAtDistrict());
  }
}
