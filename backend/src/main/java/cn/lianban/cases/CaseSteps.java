package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.clock.Clocks;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of a running case: state, clock, hand-over and history change together. */
@Component
class CaseSteps {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Clocks clocks;
  private final SubjectClocks subjects;
  private final Handovers handovers;
  private final StepPauses pauses;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  CaseSteps(
      DSLContext sql,
      TenantScope scope,
      Clocks clocks,
      SubjectClocks subjects,
      Handovers handovers,
      StepPauses pauses,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.subjects = subjects;
    this.handovers = handovers;
    this.pauses = pauses;
    this.log = log;
    this.events = events;
  }

  void handUp(CaseFile file, int version, By by, String note, Instant at) {
    change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS,
            CaseStates.after(CaseAction.HAND_UP, file.status()).name(),
            CASEFILE.AT_DISTRICT,
            true));
    if (!file.atDistrict()) {
      handovers.raiseToDistrict(file);
      subjects.raiseToDistrict(CaseFile.KIND, file.id());
      events.publishEvent(new CaseRaised(file.id()));
    }
    handovers.send(file, file.decideUnitId(), at);
    log.add(CaseLog.Place.of(file).raised(), CaseEventKind.HANDED_UP, by, at, note);
    if (by.accountId() != null) { // what an import lets happen again is news to nobody
      events.publishEvent(new CaseSentOver(file.id(), file.decideUnitId()));
    }
  }

  /** The receiver signs: from here on the running time is his. */
  void sign(CaseFile file, int version, By by, Instant at) {
    boolean down = file.status() == CaseStatus.HANDED_DOWN;
    int holder =
        down ? Objects.requireNonNull(file.belowUnitId()) : Integer.valueOf(file.decideUnitId());
    CaseStatus status = CaseStates.signed(file.status(), down && handovers.isTask(file));
    change(file, version, Map.of(CASEFILE.STATUS, status.name(), CASEFILE.HOLDER_UNIT_ID, holder));
    handovers.signed(file, at);
    clocks.holdBy(duty(file), holder, by.worker(), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.SIGNED, by, at, "");
    if (!down) {
      events.publishEvent(new CaseSigned(file.id(), holder, at));
    }
  }

  /** The time stays where it is: with the sender until somebody has signed. */
  void sendBack(CaseFile file, int version, By by, String reason, Instant at) {
    boolean across = handovers.isAcross(file);
    CaseStatus status = CaseStates.returned(file.status(), handovers.returns(file) > 0, across);
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASEFILE.STATUS, status.name());
    if (status == CaseStatus.HANDED_DOWN) {
      values.put(CASEFILE.BELOW_UNIT_ID, file.acceptUnitId());
    }
    if (status == CaseStatus.SIGNED) {
      values.put(CASEFILE.DECIDE_UNIT_ID, file.holderUnitId());
    }
    change(file, version, values);
    handovers.sentBack(file, status, reason, at);
    boolean disputed = status == CaseStatus.IN_RULING;
    CaseEventKind kind = disputed ? CaseEventKind.DISPUTED : CaseEventKind.RETURNED;
    log.add(CaseLog.Place.of(file), kind, by, at, reason);
    if (disputed) {
      events.publishEvent(new CaseDisputed(file.id(), file.decideUnitId()));
    } else if (by.accountId() != null) {
      int to = status == CaseStatus.HANDED_DOWN ? file.acceptUnitId() : file.holderUnitId();
      events.publishEvent(new CaseReturned(file.id(), to));
    }
  }

  void decide(CaseFile file, int version, By by, Decision decision, Instant at) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASEFILE.STATUS, CaseStates.after(CaseAction.DECIDE, file.status()).name());
    values.put(CASEFILE.DECIDED_AT, at);
    values.put(CASEFILE.OUTCOME, decision.outcome().name());
    values.put(CASEFILE.OUTCOME_REASON, decision.reason());
    values.put(CASEFILE.RESULT_NO, decision.resultNo());
    change(file, version, values);
    clocks.close(duty(file), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.DECIDED, by, at, "");
    events.publishEvent(new CaseDecided(file.id(), file.decideUnitId()));
  }

  void deliver(CaseFile file, int version, By by, String note, Instant at) {
    change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS,
            CaseStates.after(CaseAction.DELIVER, file.status()).name(),
            CASEFILE.DELIVERED_AT,
            at));
    log.add(CaseLog.Place.of(file), CaseEventKind.DELIVERED, by, at, note);
    events.publishEvent(new CaseDelivered(file.id()));
  }

  void suspend(CaseFile file, int version, By by, Standstill stop, Instant at) {
    change(file, version, Map.of());
    clocks.suspend(duty(file), stop.reason(), stop.basis(), stop.until(), stop.toldAt(), at);
    pauses.stopped(file, at);
    log.add(CaseLog.Place.of(file), CaseEventKind.SUSPENDED, by, at, stop.basis());
    events.publishEvent(new CaseSuspended(file.id(), stop.reason(), stop.until()));
  }

  void resume(CaseFile file, int version, By by, Instant at) {
    change(file, version, Map.of());
    clocks.resume(duty(file), at);
    pauses.goesOn(file, at);
    log.add(CaseLog.Place.of(file), CaseEventKind.RESUMED, by, at, "");
    events.publishEvent(new CaseResumed(file.id()));
  }

  void extend(CaseFile file, int version, By by, int days, String reason, Instant at) {
    change(file, version, Map.of());
    clocks.extend(duty(file), days, reason, at);
    log.add(CaseLog.Place.of(file), CaseEventKind.EXTENDED, by, at, reason);
    events.publishEvent(new CaseExtended(file.id(), days, reason));
  }

  /** Voids the old query password and answers the new one. */
  String issuePassword(CaseFile file) {
    String password = QueryPassword.fresh();
    sql.update(CASEFILE)
        .set(CASEFILE.QUERY_HASH, QueryPassword.hash(file.number(), password))
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(file.id()))
        .execute();
    return password;
  }

  void change(CaseFile file, int version, Map<? extends Field<?>, ?> values) {
    int changed =
        sql.update(CASEFILE)
            .set(CASEFILE.VERSION, CASEFILE.VERSION.plus(1))
            .set(values)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(file.id()))
            .and(CASEFILE.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  private static long duty(CaseFile file) {
    return Objects.requireNonNull(file.dutyId());
  }

  /**
   * Why and for how long time stands still (行政许可法 Art. 45).
   *
   * @param toldAt when the applicant was told; null: nobody has told him yet
   */
  record Standstill(
      SuspensionReason reason, String basis, LocalDate until, @Nullable Instant toldAt) {}

  /**
   * @param reason told to the applicant; required when refused (行政许可法 Art. 38)
   */
  record Decision(CaseOutcome outcome, @Nullable String reason, @Nullable String resultNo) {}
}
