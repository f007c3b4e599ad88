package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.GREEN;

import cn.lianban.cases.Cases.Call;
import cn.lianban.clock.Duty;
import cn.lianban.clock.DutyMark;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 绿色通道: asked for with a reason, granted by a head, the promise shortened by the item's rule. */
@Component
class GreenChannel {
  private static final Set<String> COMES_FIRST = Set.of(CaseClocks.DECISION, StepClocks.STEP);
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseActs acts;
  private final CaseSteps steps;
  private final CaseClocks clocks;
  private final SubjectClocks subjects;
  private final Handlings handlings;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  GreenChannel(
      DSLContext sql,
      TenantScope scope,
      CaseActs acts,
      CaseSteps steps,
      CaseClocks clocks,
      SubjectClocks subjects,
      Handlings handlings,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.acts = acts;
    this.steps = steps;
    this.clocks = clocks;
    this.subjects = subjects;
    this.handlings = handlings;
    this.log = log;
    this.events = events;
  }

  /**
   * As it is read.
   *
   * @param askedBy the account, who may not answer himself; null: none
   * @param granted null: not answered yet
   */
  record Green(
      String reason,
      Instant askedAt,
      @Nullable Long askedBy,
      @Nullable Boolean granted,
      @Nullable Instant answeredAt,
      String note) {}

  /**
   * @throws Rejected NO_GREEN_CHANNEL by the item's rule, GREEN_ASKED when it was asked before
   */
  long ask(Call call, String reason) {
    String why = Texts.required(reason, "reason", "请填写启用绿色通道的原因");
    return acts.act(
        call,
        CaseAction.GREEN_ASK,
        (file, by, at) -> {
          if (handlings.of(file.itemId()).greenPercent() == null) {
            throw new Rejected("NO_GREEN_CHANNEL", null, "该事项未设绿色通道");
          }
          steps.change(file, call.version(), Map.of());
          int added =
              sql.insertInto(GREEN)
                  .set(GREEN.DISTRICT_ID, scope.district())
                  .set(GREEN.CASE_ID, file.id())
                  .set(GREEN.SUB_DISTRICT_ID, file.subDistrictId())
                  .set(GREEN.AT_DISTRICT, file.atDistrict())
                  .set(GREEN.REASON, why)
                  .set(GREEN.ASKED_AT, at)
                  .set(GREEN.ASKED_BY, by.accountId())
                  .onConflictDoNothing()
                  .execute();
          if (added == 0) {
            throw new Rejected("GREEN_ASKED", null, "已经申请过绿色通道");
          }
          log.add(CaseLog.Place.of(file), CaseEventKind.GREEN_ASKED, by, at, why);
          events.publishEvent(new GreenAsked(file.id(), file.holderUnitId()));
        });
  }

  /**
   * @throws Rejected NOT_ASKED, OWN_REQUEST when the caller asked for it himself
   */
  long answer(Call call, boolean granted, @Nullable String typed) {
    String note = Texts.optional(typed);
    return acts.act(
        call,
        CaseAction.GREEN_ANSWER,
        (file, by, at) -> {
          steps.change(file, call.version(), Map.of());
          write(file, by, granted, note, at);
          if (granted) {
            shorten(file, at);
          }
          CaseEventKind kind = granted ? CaseEventKind.GREEN_GRANTED : CaseEventKind.GREEN_REFUSED;
          log.add(CaseLog.Place.of(file), kind, by, at, note);
        });
  }

  private void write(CaseFile file, By by, boolean granted, String note, Instant at) {
    var row =
        sql.selectFrom(GREEN)
            .where(GREEN.DISTRICT_ID.eq(scope.district()), GREEN.CASE_ID.eq(file.id()))
            .and(GREEN.GRANTED.isNull())
            .fetchOne();
    if (row == null) {
      throw new Rejected("NOT_ASKED", null, "没有待批的绿色通道申请");
    }
    if (Objects.equals(row.getAskedBy(), by.accountId())) {
      throw new Rejected("OWN_REQUEST", null, "不能批准自己的申请");
    }
    row.setGranted(granted);
    row.setAnsweredAt(at);
    row.setAnsweredBy(by.accountId());
    row.setNote(note);
    row.update();
  }

  private void shorten(CaseFile file, Instant at) {
    Duty duty = Objects.requireNonNull(clocks.find(CaseClocks.DECISION, file.id()));
    int shorter = handlings.of(file.itemId()).shortened(duty.budget());
    subjects.shorten(duty.id(), shorter, "绿色通道", at);
    subjects.mark(DutyMark.GREEN_CHANNEL, COMES_FIRST, CaseFile.KIND, file.id());
  }

  Map<Long, Green> of(Collection<Long> caseIds) {
    return sql.selectFrom(GREEN)
        .where(GREEN.DISTRICT_ID.eq(scope.district()), Among.these(GREEN.CASE_ID, caseIds))
        .fetchMap(
            GREEN.CASE_ID,
            row ->
                new Green(
                    row.getReason(),
                    row.getAskedAt(),
                    row.getAskedBy(),
                    row.getGranted(),
                    row.getAnsweredAt(),
                    row.getNote()));
  }
}
