package cn.lianban.cases;

import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.catalog.Item;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets past cases happen again, step by step on their own dates, so that their clocks are reckoned
 * by our calendar; and says where the other platform reckoned otherwise.
 */
@Component
class History {
  private final PastCases past;
  private final PastStories stories;
  private final Duties duties;

  History(PastCases past, PastStories stories, Duties duties) {
    this.past = past;
    this.stories = stories;
    this.duties = duties;
  }

  /** A case that came for the first time. */
  record Fresh(Row row, Item item, Unit unit) {
    Instant accepted() {
      return Objects.requireNonNull(row.instant(CaseColumns.ACCEPTED_AT));
    }
  }

  /** Tells the hearer of each difference of the dates, in words. */
  void write(List<Fresh> fresh, BiConsumer<Row, String> hearer) {
    if (fresh.isEmpty()) {
      return;
    }
    List<PastStory> begun =
        stories.begin(
            fresh.stream()
                .map(
                    one ->
                        new PastStories.Accepted(
                            PastRow.newCase(one.row(), one.item(), one.accepted()),
                            one.unit(),
                            one.accepted()))
                .toList());
    for (int i = 0; i < fresh.size(); i++) {
      Row row = fresh.get(i).row();
      String difference = live(begun.get(i), row, fresh.get(i).accepted());
      if (difference != null) {
        hearer.accept(row, difference);
      }
    }
    stories.write(begun);
  }

  private static @Nullable String live(PastStory story, Row row, Instant accepted) {
    Duty fresh = story.clock().duty();
    story.handOver(accepted);
    Instant stopped = row.instant(CaseColumns.PAUSED_AT);
    Instant resumed = row.instant(CaseColumns.RESUMED_AT);
    if (stopped != null) {
      story.suspend(PastRow.standstill(row, stopped, resumed), stopped);
      if (resumed != null) {
        story.resume(resumed);
      }
    }
    LocalDate due = story.clock().duty().dueOn();
    finish(story, row);
    return difference(fresh, due, stopped != null, row.date(CaseColumns.DUE_ON));
  }

  private static void finish(PastStory story, Row row) {
    Instant decided = row.instant(CaseColumns.DECIDED_AT);
    if (decided != null) {
      Decision decision = PastRow.decision(row);
      if (decision != null) {
        story.decide(decision, decided);
      } else {
        story.end(CaseStatus.valueOf(row.need(CaseColumns.OUTCOME)), PastRow.reason(row), decided);
      }
    }
    Instant delivered = row.instant(CaseColumns.DELIVERED_AT);
    if (delivered != null) {
      story.deliver(delivered);
    }
  }

  private static @Nullable String difference(
      Duty before, @Nullable LocalDate due, boolean paused, @Nullable LocalDate theirs) {
    return DueDifference.words(
        new DueDifference.Clock(
            before.startedOn(),
            before.budget(),
            before.budgetUnit(),
            due,
            paused ? before.dueOn() : null),
        theirs);
  }

  private Duty duty(long caseId) {
    return Objects.requireNonNull(
        duties.bySubjects("CASE", CaseFile.KIND, List.of(caseId)).get(caseId));
  }

  private boolean pause(long id, Row row, Row before) {
    Instant from = row.instant(CaseColumns.PAUSED_AT);
    if (from == null) {
      return false;
    }
    Instant to = row.instant(CaseColumns.RESUMED_AT);
    boolean begins = before.text(CaseColumns.PAUSED_AT) == null;
    if (begins) {
      past.suspend(id, PastRow.standstill(row, from, to), from);
    }
    if (to != null && before.text(CaseColumns.RESUMED_AT) == null) {
      past.resume(id, to);
    }
    return begins;
  }

  /** What happened since the last import of the same case; a new difference in words. */
  @Nullable String goOn(long id, Row row, Row before) {
    Duty fresh = duty(id);
    boolean paused = pause(id, row, before);
    LocalDate due = paused ? duty(id).dueOn() : null;
    finish(id, row, before);
    return difference(fresh, due, paused, before.date(CaseColumns.DUE_ON));
  }

  /** Once more it stood still, as EA_JC_STEP_SPECIALNODE tells it. */
  @Nullable String standStill(CasefileRecord one, Row row) {
    long id = one.getId();
    Instant from = Objects.requireNonNull(row.instant(EaSpecialNodes.FROM));
    Instant to = row.instant(EaSpecialNodes.TO);
    Duty before = duty(id);
    Standstill stop =
        new Standstill(
            EaCodes.reason(row.text(EaSpecialNodes.RESULT)),
            row.need(EaSpecialNodes.BASIS),
            LocalDate.ofInstant(to == null ? from : to, Now.CHINA),
            row.instant(EaSpecialNodes.TOLD));
    past.suspend(id, stop, from);
    if (to != null) {
      past.resume(id, to);
    }
    return difference(before, duty(id).dueOn(), true, one.getForeignDueOn());
  }

  @Nullable String goOn(CasefileRecord one, Instant to) {
    Duty before = duty(one.getId());
    past.resume(one.getId(), to);
    return difference(before, duty(one.getId()).dueOn(), false, one.getForeignDueOn());
  }

  private void end(long id, Row row, Instant at) {
    Decision decision = PastRow.decision(row);
    if (decision != null) {
      past.decide(id, decision.outcome(), decision.reason(), decision.resultNo(), at);
    } else {
      past.end(id, CaseStatus.valueOf(row.need(CaseColumns.OUTCOME)), PastRow.reason(row), at);
    }
  }

  private void finish(long id, Row row, Row before) {
    Instant decided = row.instant(CaseColumns.DECIDED_AT);
    if (decided != null && before.text(CaseColumns.DECIDED_AT) == null) {
      end(id, row, decided);
    }
    Instant delivered = row.instant(CaseColumns.DELIVERED_AT);
    if (delivered != null && before.text(CaseColumns.DELIVERED_AT) == null) {
      past.deliver(id, delivered);
    }
  }
}
