package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The way in that windows, partners and applicants share: once for a request, audited, with a query
 * password. Who may and where has been decided before.
 */
@Component
class WayIn {
  private final Cases cases;
  private final CaseIntake intake;
  private final CaseSteps steps;
  private final CaseNews news;
  private final Consultations consultations;
  private final Once once;
  private final AuditTrail audit;
  private final Units units;
  private final TenantScope scope;

  WayIn(
      Cases cases,
      CaseIntake intake,
      CaseSteps steps,
      CaseNews news,
      Consultations consultations,
      Once once,
      AuditTrail audit,
      Units units,
      TenantScope scope) {
    this.cases = cases;
    this.intake = intake;
    this.steps = steps;
    this.news = news;
    this.consultations = consultations;
    this.once = once;
    this.audit = audit;
    this.units = units;
    this.scope = scope;
  }

  /** How far a case comes at once; the verb stands in the audit trail. */
  enum Way {
    ACCEPT,
    RECEIVE,
    /** received from the applicant's own page */
    FILE
  }

  /**
   * @param input the whole input, hashed for the key
   * @param by who takes it in, and for which unit
   * @return the id and the query password, which is issued anew when the request is a replay
   */
  Accepted take(String key, Object input, NewCase wanted, Way way, By by, Instant at) {
    return scope.write(
        () -> {
          Once.Done done = once.run(key, input, () -> open(wanted, way, by, at));
          return done.replayed() ? again(done.id()) : withPassword(done.id());
        });
  }

  /** A case that is there already: its password is issued anew. In the caller's transaction. */
  Accepted again(long id) {
    audit.record("case.reissue_password", "case:" + id, Map.of());
    return withPassword(id);
  }

  private Accepted withPassword(long id) {
    return new Accepted(id, steps.issuePassword(cases.visible(id)));
  }

  private long open(NewCase wanted, Way way, By by, Instant at) {
    var unit = units.find(by.unitId()).orElseThrow();
    long id =
        way == Way.ACCEPT
            ? intake.open(wanted, unit, by, at)
            : intake.receive(wanted, unit, by, at);
    if (wanted.news()) {
      news.subscribe(id, true);
    }
    if (wanted.consultationId() != null) {
      consultations.became(wanted.consultationId(), id, by, at);
    }
    String verb = way.name().toLowerCase(java.util.Locale.ROOT);
    audit.record("case." + verb, "case:" + id, Map.of("item", wanted.itemId()));
    return id;
  }

  /** The new case and its query password. */
  record Accepted(long id, String queryPassword) {}
}
