package cn.lianban.cases;

import cn.lianban.identity.Role;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happened to a case, turned into who hears of it. */
@Component
class StaffNews {
  /** What is older has been imported: the units know. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final StaffNotices notices;
  private final CaseStepRows steps;
  private final Units units;
  private final Now now;

  StaffNews(StaffNotices notices, CaseStepRows steps, Units units, Now now) {
    this.notices = notices;
    this.steps = steps;
    this.units = units;
    this.now = now;
  }

  @EventListener
  void sent(CaseSentOver sent) {
    notices.tell(StaffNotice.TO_SIGN, sent.caseId(), unit(sent.toUnitId()), "已送到本单位，请签收。");
  }

  @EventListener
  void returned(CaseReturned back) {
    notices.tell(StaffNotice.RETURNED, back.caseId(), unit(back.toUnitId()), "被退回，原因见办件。");
  }

  @EventListener
  void passedOn(CasePassedOn passed) {
    notices.tell(StaffNotice.PASSED_ON, passed.caseId(), unit(passed.toUnitId()), "转由本单位办理，请签收。");
  }

  @EventListener
  void supplemented(SupplementSent sent) {
    notices.tell(
        StaffNotice.SUPPLEMENT_SENT,
        sent.caseId(),
        unit(sent.unitId()),
        "申请人已提交补正材料，请核对；齐全的，点“补正材料收齐”。");
  }

  @EventListener
  void opened(StepOpened opened) {
    if (opened.at().isAfter(now.instant().minus(FRESH))) {
      notices.tell(StaffNotice.STEP, opened.caseId(), unit(opened.unitId()), "有环节待本单位答复。");
    }
  }

  @EventListener
  void urged(StepUrged urged) {
    notices.tell(StaffNotice.URGED, urged.caseId(), unit(urged.unitId()), "牵头单位催办，请尽快答复。");
  }

  /** Agreement is what everybody expects; the lead's turn comes by {@link StepOpened}. */
  @EventListener
  void answered(StepAnswered answered) {
    boolean objects = answered.answer().equals(CaseStep.Answer.DISAGREE.name());
    if (!objects && !answered.answer().equals(CaseStep.Answer.REFER.name())) {
      return;
    }
    List<CaseStep> all = steps.of(answered.caseId());
    CaseStep step =
        all.stream().filter(one -> one.id() == answered.stepId()).findFirst().orElseThrow();
    all.stream()
        .filter(one -> one.lead() && one.stage() == step.stage() && one.id() != step.id())
        .findFirst()
        .ifPresent(
            lead ->
                notices.tell(
                    StaffNotice.STEP_ANSWERED,
                    answered.caseId(),
                    unit(lead.unitId()),
                    name(answered.unitId()) + (objects ? "答复不同意，理由见环节。" : "答复同意但需转报。")));
  }

  @EventListener
  void called(MeetingCalled called) {
    Set<Recipient> invited =
        called.unitIds().stream().map(Recipient::unit).collect(Collectors.toSet());
    notices.tell(StaffNotice.MEETING, called.caseId(), invited, "召开会审，请到会并按期提交意见。");
  }

  @EventListener
  void sent(ConsultationSent sent) {
    notices.tell(sent.consultation(), sent.toUnitId());
  }

  @EventListener
  void asked(GreenAsked asked) {
    notices.tell(
        StaffNotice.GREEN_ASKED, asked.caseId(), notices.approvers(asked.caseId()), "申请绿色通道，请审批。");
  }

  @EventListener
  void disputed(CaseDisputed disputed) {
    notices.tell(
        StaffNotice.DISPUTED,
        disputed.caseId(),
        Set.of(Recipient.role(Role.SUPERVISOR.name())),
        name(disputed.decideUnitId()) + "第二次退回，请裁定由谁承办。");
  }

  @EventListener
  void ruled(CaseRuled ruled) {
    notices.tell(
        StaffNotice.RULED,
        ruled.caseId(),
        notices.both(ruled.caseId()),
        "已裁定由" + name(ruled.unitId()) + "承办，不得再退回。");
  }

  @EventListener
  void checked(PromiseChecked checked) {
    if (!checked.kept()) {
      notices.tell(
          StaffNotice.PROMISE_BROKEN,
          checked.caseId(),
          notices.overseer(checked.caseId()),
          "的告知承诺经核查不实，请依法处理。");
    }
  }

  @EventListener
  void decided(ResultSent result) {
    notices.tell(
        StaffNotice.TO_TAKE_OVER, result.caseId(), unit(result.toUnitId()), "已作出决定，请接收结果并纳入监管。");
  }

  private static Set<Recipient> unit(int unitId) {
    return Set.of(Recipient.unit(unitId));
  }

  private String name(int unitId) {
    return units.find(unitId).map(Unit::name).orElse("");
  }
}
