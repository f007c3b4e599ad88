package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;
import static cn.lianban.db.cases.Tables.HANDOVER;

import cn.lianban.cases.CaseParts.CaseEvent;
import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reading SQL of the room: one statement per kind of row, whatever the number of cases. */
@Component
class CaseQueries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseQuestions questions;

  CaseQueries(DSLContext sql, TenantScope scope, CaseQuestions questions) {
    this.sql = sql;
    this.scope = scope;
    this.questions = questions;
  }

  Optional<CaseFile> find(Condition which) {
    return sql.selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .fetchOptional(CaseRows::caseFile);
  }

  /** Two platforms may give the same number: the case that came last is meant. */
  Optional<CaseFile> newestForeign(String number) {
    return sql.selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.FOREIGN_NO.eq(number))
        .orderBy(CASEFILE.ID.desc())
        .limit(1)
        .fetchOptional(CaseRows::caseFile);
  }

  Map<Long, CaseFile> byIds(Collection<Long> ids) {
    return questions.alone(questions::files, ids);
  }

  Map<Long, Applicant> applicants(Collection<Long> ids) {
    return sql.selectFrom(APPLICANT)
        .where(APPLICANT.DISTRICT_ID.eq(scope.district()), Among.these(APPLICANT.ID, ids))
        .fetchMap(APPLICANT.ID, CaseRows::applicant);
  }

  Map<Long, List<CaseMaterial>> materials(Collection<Long> caseIds) {
    return sql.selectFrom(CASE_MATERIAL)
        .where(CASE_MATERIAL.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASE_MATERIAL.CASE_ID, caseIds))
        .orderBy(CASE_MATERIAL.CASE_ID, CASE_MATERIAL.SEQ)
        .fetchGroups(
            CASE_MATERIAL.CASE_ID,
            row ->
                new CaseMaterial(
                    row.getSeq(),
                    row.getName(),
                    MaterialState.valueOf(row.getState()),
                    row.getReusedFrom()));
  }

  Map<Long, List<CaseParts.Handover>> handovers(Collection<Long> caseIds) {
    return questions.alone(questions::handovers, caseIds);
  }

  Map<Long, List<CaseEvent>> timeline(Collection<Long> caseIds) {
    return questions.alone(questions::timelines, caseIds);
  }

  /** Cases that wait for the unit's signature, longest waiting first. */
  Page<CaseFile> toSign(Collection<Integer> units, int first, @Nullable String after) {
    int size = Page.size(first);
    var rows =
        sql.select(CASEFILE.fields())
            .select(HANDOVER.SENT_AT, HANDOVER.ID)
            .from(HANDOVER)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(HANDOVER.DISTRICT_ID), CASEFILE.ID.eq(HANDOVER.CASE_ID))
            .where(
                HANDOVER.DISTRICT_ID.eq(scope.district()), Among.these(HANDOVER.TO_UNIT_ID, units))
            .and(HANDOVER.SIGNED_AT.isNull())
            .and(HANDOVER.RETURNED_AT.isNull())
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(HANDOVER.SENT_AT, HANDOVER.ID)
            .limit(size + 1)
            .fetch();
    var page =
        Page.of(rows, size, row -> Cursor.of(row.get(HANDOVER.SENT_AT), row.get(HANDOVER.ID)));
    return new Page<>(
        page.nodes().stream().map(row -> CaseRows.caseFile(row.into(CASEFILE))).toList(),
        page.pageInfo());
  }

  /** Cases that were sent back twice and wait for a ruling. */
  Page<CaseFile> toRule(int first, @Nullable String after) {
    int size = Page.size(first);
    List<CaseFile> rows =
        sql.selectFrom(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
            .and(CASEFILE.STATUS.eq(DSL.inline(CaseStatus.IN_RULING.name())))
            .and(
                after == null
                    ? DSL.noCondition()
                    : CASEFILE.ID.gt(Long.parseLong(Cursor.parse(after, 1).getFirst())))
            .orderBy(CASEFILE.ID)
            .limit(size + 1)
            .fetch(CaseRows::caseFile);
    return Page.of(rows, size, file -> Cursor.of(file.id()));
  }

  private static Condition beyond(String after) {
    List<String> parts = Cursor.parse(after, 2);
    return DSL.row(HANDOVER.SENT_AT, HANDOVER.ID)
        .gt(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
  }
}
