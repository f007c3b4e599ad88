package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.clock.DutiesMoved;
import cn.lianban.clock.DutyMark;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this room does when others speak. */
@Component
class CaseListeners {
  private static final Set<String> WAITING =
      Set.of(CaseClocks.ACCEPTANCE, CaseClocks.DECISION, CaseClocks.OWED);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Receiving receiving;
  private final CaseStepRows steps;
  private final SubjectClocks clocks;

  CaseListeners(
      DSLContext sql,
      TenantScope scope,
      Receiving receiving,
      CaseStepRows steps,
      SubjectClocks clocks) {
    this.sql = sql;
    this.scope = scope;
    this.receiving = receiving;
    this.steps = steps;
    this.clocks = clocks;
  }

  /**
   * A unit's queue went to another unit: it holds the cases from now on, and decides those that the
   * old one would have decided. Where a case was accepted stays a fact.
   */
  @EventListener
  void moved(DutiesMoved moved) {
    Map<Integer, List<Long>> cases =
        moved.subjects().stream()
            .filter(subject -> subject.kind().equals(CaseFile.KIND))
            .collect(
                Collectors.groupingBy(
                    DutiesMoved.Subject::fromUnitId,
                    Collectors.mapping(DutiesMoved.Subject::id, Collectors.toList())));
    cases.forEach(
        (from, ids) -> {
          move(ids, from, moved.toUnitId());
          steps.move(ids, from, moved.toUnitId());
        });
  }

  /** Five working days without a word: the case is accepted by law (行政许可法 Art. 32). */
  @EventListener
  void fired(RungFired fired) {
    if (fired.dutyKind().equals(CaseClocks.ACCEPTANCE) && fired.kind() == RungKind.RED) {
      receiving.deem(fired.subjectId(), fired.at());
    }
  }

  /** Papers are said to have come: whoever works on the case sees it in his queue. */
  @EventListener
  void sent(SupplementSent sent) {
    clocks.mark(DutyMark.ARRIVED, WAITING, CaseFile.KIND, sent.caseId());
  }

  private void move(List<Long> ids, int from, int to) {
    sql.update(CASEFILE)
        .set(CASEFILE.HOLDER_UNIT_ID, to)
        .set(
            CASEFILE.DECIDE_UNIT_ID,
            DSL.when(CASEFILE.DECIDE_UNIT_ID.eq(from), DSL.val(to))
                .otherwise(CASEFILE.DECIDE_UNIT_ID))
        .set(CASEFILE.VERSION, CASEFILE.VERSION.plus(1))
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), Among.these(CASEFILE.ID, ids))
        .and(CASEFILE.HOLDER_UNIT_ID.eq(from))
        .execute();
  }
}
