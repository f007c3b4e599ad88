package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.outbox.Notice;
import cn.lianban.outbox.NoticeKind;
import cn.lianban.outbox.Outbox;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Who hears of an alert: the unit, at the next rung supervision, at the last the leaders. */
@Component
class AlertNotices {
  private static final String OPENED = "alert.opened";
  private static final String CLIMBED = "alert.climbed";
  private static final String JUDGED = "alert.judged";
  private static final String TO_JUDGE = "alert.toJudge";
  private static final String FAILED = "alert.failed";
  private final Outbox outbox;
  private final Units units;

  AlertNotices(Outbox outbox, Units units) {
    this.outbox = outbox;
    this.units = units;
  }

  void opened(long alert, Rule rule, CaseFile file, int unit, int days) {
    String text =
        "办件 " + file.number() + "：" + rule.words() + (days > 0 ? "。请在 " + days + " 个工作日内答复。" : "。");
    Set<Recipient> owner = Set.of(Recipient.unit(unit));
    Notice notice = notice(OPENED, alert, "opened", owner, "预警：" + rule.words(), text);
    outbox.tell(rule.isOverdue() ? notice.asUrgent() : notice);
  }

  void climbed(Alert alert, CaseFile file, int level) {
    Role hears = level < Alert.HIGHEST ? Role.SUPERVISOR : Role.LEADER;
    String text =
        units.find(alert.unitId()).map(unit -> unit.name()).orElse("")
            + "逾期未答复预警：办件 "
            + file.number()
            + "，"
            + alert.rule().words()
            + "。";
    Set<Recipient> both =
        Set.of(Recipient.role(hears.name()), Recipient.unit(alert.unitId(), "DEPARTMENT_HEAD"));
    outbox.tell(notice(CLIMBED, alert.id(), "level" + level, both, "预警逾期未答复", text).asUrgent());
  }

  void toJudge(Alert alert, CaseFile file) {
    String text = "办件 " + file.number() + " 的预警（" + alert.rule().words() + "）已由单位答复，待审核。";
    tell(
        TO_JUDGE,
        alert.id(),
        "said" + alert.version(),
        Set.of(Recipient.role(Role.SUPERVISOR.name())),
        "预警待审核",
        text);
  }

  void judged(Alert alert, CaseFile file, boolean accepted) {
    String text =
        "办件 "
            + file.number()
            + " 的预警（"
            + alert.rule().words()
            + "）"
            + (accepted ? "已审核通过。" : "被退回，请重新答复。");
    tell(
        JUDGED,
        alert.id(),
        "judged" + alert.version(),
        Set.of(Recipient.unit(alert.unitId())),
        "预警审核结果",
        text);
  }

  /** Once a day for a case: somebody has to look into the log. */
  void failed(long caseId, LocalDate today) {
    outbox.tell(
        Notice.of(
                FAILED,
                "case:" + caseId,
                Set.of(Recipient.role(Role.DISTRICT_ADMIN.name())),
                "预警规则未能检查一个办件",
                "系统检查该办件时出错，其他办件不受影响，一小时后重试。请运维人员查看日志。")
            .at("/cases/" + Ids.of(CaseFile.KIND, caseId))
            .once(FAILED + ":" + caseId + ":" + today));
  }

  private void tell(
      String kind, long alert, String once, Set<Recipient> who, String title, String text) {
    outbox.tell(notice(kind, alert, once, who, title, text));
  }

  /** The district's webhooks and robots hear of every alert they were set up for. */
  private static Notice notice(
      String kind, long alert, String once, Set<Recipient> who, String title, String text) {
    Set<Recipient> all = new HashSet<>(who);
    all.add(Recipient.channels());
    return Notice.of(kind, "alert:" + alert, all, title, text)
        .at("/alerts/" + Ids.of(Alert.KIND, alert))
        .once(kind + ":" + alert + ":" + once);
  }

  /** As people choose channels by them. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    NoticeKind alertOpened() {
      return new NoticeKind(OPENED, "预警", "Alert");
    }

    @Bean
    NoticeKind alertClimbed() {
      return new NoticeKind(CLIMBED, "预警逾期未答复", "Alert not answered in time");
    }

    @Bean
    NoticeKind alertToJudge() {
      return new NoticeKind(TO_JUDGE, "预警待审核", "Alert to judge");
    }

    @Bean
    NoticeKind alertJudged() {
      return new NoticeKind(JUDGED, "预警审核结果", "Alert judged");
    }

    @Bean
    NoticeKind alertFailed() {
      return new NoticeKind(FAILED, "预警规则运行异常", "Alert rule failed");
    }
  }
}
