package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rhythm of every act on a case: once, visible, authorised, done, audited. */
@Component
class CaseActs {
  private final CaseQueries queries;
  private final CaseRights rights;
  private final CaseLocks locks;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  CaseActs(
      CaseQueries queries,
      CaseRights rights,
      CaseLocks locks,
      Once once,
      AuditTrail audit,
      Now now) {
    this.queries = queries;
    this.rights = rights;
    this.locks = locks;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** What is done to a case, inside the transaction. */
  interface Act {
    void take(CaseFile file, By by, Instant at);
  }

  /**
   * @return the case's id
   * @throws Rejected NOT_FOUND, WRONG_STATE, IDEMPOTENCY_CONFLICT, or what the act refuses with
   */
  long act(Call call, CaseAction action, Act act) {
    return once.run(
            call.key(),
            call.input(),
            () -> {
              CaseFile file = visible(call.id());
              if (file.parentId() != null) {
                locks.lock(file.parentId()); // the child's end answers the parent's step
              }
              By by = rights.require(action, file, call.version());
              act.take(file, by, now.instant());
              record("case." + action.name().toLowerCase(Locale.ROOT), file.id(), Map.of());
              return file.id();
            })
        .id();
  }

  /**
   * @throws Rejected NOT_FOUND for a case that is not there or outside the caller's reach
   */
  CaseFile visible(long id) {
    return Optional.ofNullable(queries.byIds(List.of(id)).get(id))
        .orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这个办件"));
  }

  void record(String action, long id, Map<String, ?> facts) {
    audit.record(action, "case:" + id, facts);
  }
}
