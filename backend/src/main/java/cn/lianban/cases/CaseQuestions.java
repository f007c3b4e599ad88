package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;
import static cn.lianban.db.cases.Tables.HANDOVER;

import cn.lianban.cases.CaseParts.CaseEvent;
import cn.lianban.cases.CaseParts.Direction;
import cn.lianban.cases.CaseParts.Handover;
import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What every opening of a queue or a case asks of the cases. */
@Component
class CaseQuestions {
  private static final Long[] NO_IDS = {};
  private final TenantScope scope;
  private final Question<CaseFile> files;
  private final Question<Map.Entry<Long, Handover>> handovers;
  private final Question<Map.Entry<Long, CaseEvent>> events;

  CaseQuestions(DSLContext sql, TenantScope scope) {
    this.scope = scope;
    files =
        new Question<>(
            sql,
            scope,
            sql.select(
                    CASEFILE.ID,
                    CASEFILE.NUMBER,
                    CASEFILE.STATUS,
                    CASEFILE.ITEM_ID,
                    CASEFILE.APPLICANT_ID,
                    CASEFILE.ACCEPT_UNIT_ID,
                    CASEFILE.DECIDE_UNIT_ID,
                    CASEFILE.HOLDER_UNIT_ID,
                    CASEFILE.SUB_DISTRICT_ID,
                    CASEFILE.AT_DISTRICT,
                    CASEFILE.DUTY_ID,
                    CASEFILE.RECEIVED_AT,
                    CASEFILE.ACCEPTED_AT,
                    CASEFILE.DECIDED_AT,
                    CASEFILE.DELIVERED_AT,
                    CASEFILE.OUTCOME,
                    CASEFILE.OUTCOME_REASON,
                    CASEFILE.RESULT_NO,
                    CASEFILE.TEST,
                    CASEFILE.VERSION,
                    CASEFILE.ITEM_EDITION,
                    CASEFILE.PROCEDURE_ID,
                    CASEFILE.PARENT_ID,
                    CASEFILE.BELOW_UNIT_ID,
                    CASEFILE.RULED,
                    CASEFILE.SOURCE,
                    CASEFILE.FOREIGN_NO,
                    CASEFILE.FOREIGN_DUE_ON)
                .from(CASEFILE)
                .where(CASEFILE.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, CASEFILE.ID)),
            CaseQuestions::file);
    handovers =
        new Question<>(
            sql,
            scope,
            sql.select(
                    HANDOVER.CASE_ID,
                    HANDOVER.DIRECTION,
                    HANDOVER.FROM_UNIT_ID,
                    HANDOVER.TO_UNIT_ID,
                    HANDOVER.SENT_AT,
                    HANDOVER.SIGNED_AT,
                    HANDOVER.RETURNED_AT,
                    HANDOVER.REASON)
                .from(HANDOVER)
                .where(HANDOVER.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, HANDOVER.CASE_ID))
                .orderBy(HANDOVER.CASE_ID, HANDOVER.ID),
            row -> Map.entry(row.big(1), handover(row)));
    events =
        new Question<>(
            sql,
            scope,
            sql.select(
                    CASE_EVENT.CASE_ID,
                    CASE_EVENT.AT,
                    CASE_EVENT.KIND,
                    CASE_EVENT.UNIT_ID,
                    CASE_EVENT.NOTE)
                .from(CASE_EVENT)
                .where(CASE_EVENT.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, CASE_EVENT.CASE_ID))
                .orderBy(CASE_EVENT.CASE_ID, CASE_EVENT.ID),
            row -> Map.entry(row.big(1), event(row)));
  }

  Supplier<Map<Long, CaseFile>> files(Round round, Collection<Long> ids) {
    return round.add(files, ids, CaseFile::id, NO_IDS);
  }

  Supplier<Map<Long, List<Handover>>> handovers(Round round, Collection<Long> caseIds) {
    var rows = round.add(handovers, (Object) caseIds.toArray(Long[]::new));
    return () -> byCase(rows.get());
  }

  Supplier<Map<Long, List<CaseEvent>>> timelines(Round round, Collection<Long> caseIds) {
    var rows = round.add(events, (Object) caseIds.toArray(Long[]::new));
    return () -> byCase(rows.get());
  }

  /** One of these alone, in a trip of its own. */
  <V> Map<Long, V> alone(Wanted.Batch<Long, V> batch, Collection<Long> ids) {
    Round round = new Round(scope);
    var answer = batch.add(round, ids);
    round.go();
    return answer.get();
  }

  private static <T> Map<Long, List<T>> byCase(List<Map.Entry<Long, T>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static CaseFile file(AnswerRow row) {
    return new CaseFile(
        row.big(1),
        row.text(2),
        row.word(3, CaseStatus.class),
        row.big(4),
        row.number(21),
        row.big(5),
        row.number(6),
        row.number(7),
        row.number(8),
        row.numberOrNull(9),
        row.yes(10),
        row.bigOrNull(11),
        row.moment(12),
        row.momentOrNull(13),
        row.momentOrNull(14),
        row.momentOrNull(15),
        row.wordOrNull(16, CaseOutcome.class),
        row.textOrNull(17),
        row.textOrNull(18),
        row.yes(19),
        row.number(20),
        row.bigOrNull(22),
        row.bigOrNull(23),
        row.numberOrNull(24),
        row.yes(25),
        new CaseFile.Origin(row.text(26), row.textOrNull(27), row.dayOrNull(28)));
  }

  private static Handover handover(AnswerRow row) {
    return new Handover(
        row.word(2, Direction.class),
        row.number(3),
        row.number(4),
        row.moment(5),
        row.momentOrNull(6),
        row.momentOrNull(7),
        row.textOrNull(8));
  }

  private static CaseEvent event(AnswerRow row) {
    return new CaseEvent(
        row.moment(2), row.word(3, CaseEventKind.class), row.numberOrNull(4), row.text(5));
  }
}
