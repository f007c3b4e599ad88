package cn.lianban.supervision;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.supervision.RuleBook.Version;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Supervision sets the district's rules. */
@Component
class RuleDesk {
  private final RuleBook book;
  private final LookQueue queue;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  RuleDesk(RuleBook book, LookQueue queue, Posts posts, Once once, AuditTrail audit) {
    this.book = book;
    this.queue = queue;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @throws Problem FORBIDDEN for clerks and officers
   */
  Map<Rule, List<Version>> rules() {
    posts.require(
        Role.SUPERVISOR,
        Role.DISTRICT_ADMIN,
        Role.SUB_DISTRICT_ADMIN,
        Role.LEADER,
        Role.AUDITOR,
        Role.DEPARTMENT_HEAD);
    return book.all();
  }

  boolean mayTry() {
    return posts.holds(Trials.WHO);
  }

  boolean mayEdit() {
    return posts.holds(Role.SUPERVISOR);
  }

  /**
   * @param expectedNo the version that was looked at
   * @throws Rejected VERSION_CONFLICT; INVALID at limits or answerDays
   */
  void save(
      String key,
      Object input,
      Rule rule,
      int expectedNo,
      boolean enabled,
      int answerDays,
      Map<String, Integer> limits) {
    posts.require(Role.SUPERVISOR);
    if (answerDays < 0 || answerDays > 30) {
      throw new Rejected("INVALID", "answerDays", "答复期限须在 0 至 30 个工作日之间");
    }
    Limits checked = rule.limits().checked(limits);
    once.run(
        key,
        input,
        () -> {
          Version before = book.inForce(rule);
          Version next =
              new Version(rule, before.no() + 1, enabled, answerDays, checked, null, null);
          if (before.no() != expectedNo || !book.add(next, posts.requireAccount())) {
            throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
          }
          if (enabled && rule.judge().isPresent()) {
            queue.addAllOpen(); // what waits now need not wait for its next event to be found
          }
          audit.record(
              "alertRule.save", "alertRule:" + rule.name(), Map.of("no", next.no(), "on", enabled));
          return next.no();
        });
  }
}
