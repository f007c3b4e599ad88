package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_STEP;

import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The steps of cases, as every opening of a parallel case asks for them. */
@Component
class StepQuestions {
  private final Question<CaseStep> byCases;

  StepQuestions(DSLContext sql, TenantScope scope) {
    byCases =
        new Question<>(
            sql,
            scope,
            sql.select(
                    CASE_STEP.ID,
                    CASE_STEP.CASE_ID,
                    CASE_STEP.STAGE,
                    CASE_STEP.SEQ,
                    CASE_STEP.STAGE_NAME,
                    CASE_STEP.NAME,
                    CASE_STEP.UNIT_ID,
                    CASE_STEP.LEAD,
                    CASE_STEP.LIMIT_DAYS,
                    CASE_STEP.CHILD_ITEM_ID,
                    CASE_STEP.CHILD_CASE_ID,
                    CASE_STEP.SILENCE_CONSENTS,
                    CASE_STEP.STATE,
                    CASE_STEP.ANSWER,
                    CASE_STEP.REASON,
                    CASE_STEP.ANSWERED_AT,
                    CASE_STEP.URGED,
                    CASE_STEP.DUTY_ID,
                    CASE_STEP.VERSION)
                .from(CASE_STEP)
                .where(CASE_STEP.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, CASE_STEP.CASE_ID))
                .orderBy(CASE_STEP.CASE_ID, CASE_STEP.STAGE, CASE_STEP.SEQ),
            StepQuestions::step);
  }

  Supplier<Map<Long, List<CaseStep>>> byCases(Round round, Collection<Long> caseIds) {
    var rows = round.add(byCases, (Object) caseIds.toArray(Long[]::new));
    return () -> rows.get().stream().collect(Collectors.groupingBy(CaseStep::caseId));
  }

  private static CaseStep step(AnswerRow row) {
    return new CaseStep(
        row.big(1),
        row.big(2),
        row.number(3),
        row.number(4),
        row.text(5),
        row.text(6),
        row.number(7),
        row.yes(8),
        row.number(9),
        row.bigOrNull(10),
        row.bigOrNull(11),
        row.yes(12),
        row.word(13, CaseStep.State.class),
        row.wordOrNull(14, CaseStep.Answer.class),
        row.text(15),
        row.momentOrNull(16),
        row.number(17),
        row.bigOrNull(18),
        row.number(19));
  }
}
