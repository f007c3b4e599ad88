package cn.lianban.cases;

import cn.lianban.outbox.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What applicants are told, as the delivery log names it. */
@Configuration(proxyBeanMethods = false)
class ApplicantNotices {

  @Bean
  NoticeKind applicantCode() {
    return new NoticeKind("case.code", "申请人：编号和密码", "Applicant: number and password", false);
  }

  @Bean
  NoticeKind applicantAccepted() {
    return new NoticeKind("case.accepted", "申请人：已受理", "Applicant: accepted", false);
  }

  @Bean
  NoticeKind applicantNotAccepted() {
    return new NoticeKind("case.not-accepted", "申请人：不予受理", "Applicant: not accepted", false);
  }

  @Bean
  NoticeKind applicantSupplement() {
    return new NoticeKind("case.supplement", "申请人：补正告知", "Applicant: to supplement", false);
  }

  @Bean
  NoticeKind applicantDecided() {
    return new NoticeKind("case.decided", "申请人：已决定", "Applicant: decided", false);
  }

  @Bean
  NoticeKind applicantDelivered() {
    return new NoticeKind("case.delivered", "申请人：已送达", "Applicant: delivered", false);
  }

  @Bean
  NoticeKind applicantSuspended() {
    return new NoticeKind("case.suspended", "申请人：暂停计时", "Applicant: clock paused", false);
  }

  @Bean
  NoticeKind applicantResumed() {
    return new NoticeKind("case.resumed", "申请人：恢复计时", "Applicant: clock resumed", false);
  }

  @Bean
  NoticeKind applicantExtended() {
    return new NoticeKind("case.extended", "申请人：延长期限", "Applicant: limit extended", false);
  }

  @Bean
  NoticeKind applicantEnded() {
    return new NoticeKind("case.ended", "申请人：作废或移送", "Applicant: voided or passed on", false);
  }
}
