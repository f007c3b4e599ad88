package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.SUBSCRIPTION;

import cn.lianban.outbox.Notice;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells an applicant who left a mobile number and asked for it, by SMS and without names. The
 * number is read when it is told and stays with the applicant.
 */
@Component
public class CaseNews {
  /** What is older has been imported: its applicant knows. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Outbox outbox;

  CaseNews(DSLContext sql, TenantScope scope, Now now, Outbox outbox) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.outbox = outbox;
  }

  /**
   * From now on the applicant is told, or no longer; in the caller's transaction. The caller has
   * checked that he may: number and password, or the window's clerk.
   */
  public void subscribe(long caseId, boolean wished) {
    scope.write(
        () -> {
          sql.deleteFrom(SUBSCRIPTION)
              .where(SUBSCRIPTION.DISTRICT_ID.eq(scope.district()), SUBSCRIPTION.CASE_ID.eq(caseId))
              .execute();
          if (wished) {
            sql.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.DISTRICT_ID, scope.district())
                .set(SUBSCRIPTION.CASE_ID, caseId)
                .execute();
          }
        });
  }

  /** He asked for it and left a number: what is told here reaches him. */
  boolean reaches(long caseId) {
    return sql.fetchExists(
        CASEFILE
            .join(APPLICANT)
            .on(APPLICANT.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID))
            .and(APPLICANT.ID.eq(CASEFILE.APPLICANT_ID))
            .join(SUBSCRIPTION)
            .on(SUBSCRIPTION.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID))
            .and(SUBSCRIPTION.CASE_ID.eq(CASEFILE.ID)),
        CASEFILE
            .DISTRICT_ID
            .eq(scope.district())
            .and(CASEFILE.ID.eq(caseId))
            .and(APPLICANT.MOBILE.isNotNull()));
  }

  /** He is told. */
  boolean isWished(long caseId) {
    return sql.fetchExists(
        SUBSCRIPTION,
        SUBSCRIPTION.DISTRICT_ID.eq(scope.district()).and(SUBSCRIPTION.CASE_ID.eq(caseId)));
  }

  @EventListener
  void accepted(CaseAccepted accepted) {
    tell(accepted.caseId(), "case.accepted", "已受理");
  }

  @EventListener
  void noticed(SupplementNoticed noticed) {
    tell(noticed.caseId(), "case.supplement", "需要补交材料，请尽快上传或送到窗口", ":" + noticed.supplementId());
  }

  @EventListener
  void ended(CaseEnded ended) {
    switch (ended.status()) {
      case NOT_ACCEPTED -> tell(ended.caseId(), "case.not-accepted", "不予受理，理由见办件进度");
      case VOIDED -> tell(ended.caseId(), "case.ended", "已作废，原因见办件进度");
      case TRANSFERRED -> tell(ended.caseId(), "case.ended", "已移送其他机关，去向见办件进度");
      default -> {} // withdrawn by himself
    }
  }

  /** 行政许可法 Art. 45: the applicant is told in writing how long it takes. */
  @EventListener
  void suspended(CaseSuspended paused) {
    String what = "因" + PauseWords.of(paused.reason()) + "暂停计时，预计 " + paused.until() + " 前恢复";
    tell(paused.caseId(), "case.suspended", what, moment());
  }

  @EventListener
  void resumed(CaseResumed resumed) {
    tell(resumed.caseId(), "case.resumed", "已恢复计时", moment());
  }

  /** 行政许可法 Art. 42: with the reason. */
  @EventListener
  void extended(CaseExtended extended) {
    String why = extended.reason();
    String cut = why.length() <= 200 ? why : why.substring(0, 199) + "…";
    String what = "延长办理期限 " + extended.days() + " 个工作日，理由：" + cut;
    tell(extended.caseId(), "case.extended", what, moment());
  }

  /** Of what may happen again. */
  private String moment() {
    return ":" + now.instant();
  }

  @EventListener
  void decided(CaseDecided decided) {
    tell(decided.caseId(), "case.decided", "已作出决定");
  }

  @EventListener
  void delivered(CaseDelivered delivered) {
    tell(delivered.caseId(), "case.delivered", "结果已送达");
  }

  private void tell(long caseId, String kind, String what) {
    tell(caseId, kind, what, "");
  }

  /**
   * @param again part of the key for what can happen more than once
   */
  private void tell(long caseId, String kind, String what, String again) {
    var found =
        sql.select(CASEFILE.NUMBER, APPLICANT.MOBILE, CASEFILE.DECIDED_AT, CASEFILE.DELIVERED_AT)
            .from(SUBSCRIPTION)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(SUBSCRIPTION.DISTRICT_ID))
            .and(CASEFILE.ID.eq(SUBSCRIPTION.CASE_ID))
            .join(APPLICANT)
            .on(APPLICANT.DISTRICT_ID.eq(CASEFILE.DISTRICT_ID))
            .and(APPLICANT.ID.eq(CASEFILE.APPLICANT_ID))
            .where(SUBSCRIPTION.DISTRICT_ID.eq(scope.district()), SUBSCRIPTION.CASE_ID.eq(caseId))
            .fetchOne();
    if (found == null) {
      return;
    }
    Instant done = found.value4() == null ? found.value3() : found.value4();
    if (done != null && !isFresh(done)) {
      return;
    }
    String mobile = found.value2();
    if (mobile != null && Recipient.isMobile(mobile)) {
      String text = "您的办件 " + found.value1() + " " + what + "，可凭编号和查询密码查看。";
      outbox.tell(
          Notice.of(kind, "case:" + caseId, Set.of(Recipient.mobile(mobile)), "办件进展", text)
              .once(kind + ":case:" + caseId + again));
    }
  }

  private boolean isFresh(Instant at) {
    return at.isAfter(now.instant().minus(FRESH));
  }
}
