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
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  CaseSteps(
      DSLContext sql,
      TenantScope scope,
      Clocks clocks,
      SubjectClocks subjects,
      Handovers handovers,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.subjects = subjects;
    this.handovers = handovers;
    this.log = log;
    this.events = events;
  }

  void handUp(CaseFile file, int version, By by, String note, Instant at) {
    change(
        file,
        version,
        Map.of(CASEFILE.STATUS, CaseStatus.HANDED_UP.name(), CASEFILE.AT_DISTRICT, true));
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
    change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS, CaseStatus.SIGNED.name(),
            CASEFILE.HOLDER_UNIT_ID, file.decideUnitId()));
    handovers.signed(file, at);
    clocks.holdBy(duty(file), file.decideUnitId(), by.worker(), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.SIGNED, by, at, "");
    events.publishEvent(new CaseSigned(file.id(), file.decideUnitId(), at));
  }

  void sendBack(CaseFile file, int version, By by, String reason, Instant at) {
    if (handovers.returns(file) > 0) {
      dispute(file, version, by, reason, at);
      return;
    }
    change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS, CaseStatus.RETURNED.name(),
            CASEFILE.HOLDER_UNIT_ID, file.acceptUnitId()));
    handovers.sentBack(file, reason, at);
    if (file.holderUnitId() != file.acceptUnitId()) {
      clocks.holdBy(duty(file), file.acceptUnitId(), at);
    }
    log.add(CaseLog.Place.of(file), CaseEventKind.RETURNED, by, at, reason);
    if (by.accountId() != null) {
      events.publishEvent(new CaseReturned(file.id(), file.acceptUnitId()));
    }
  }

  /** A second return is no return: who handles it is ruled on, and time runs on meanwhile. */
  private void dispute(CaseFile file, int version, By by, String reason, Instant at) {
    if (handovers.ruled(file)) {
      throw new Rejected("RULED", null, "已有裁定，不得再次退回");
    }
    change(file, version, Map.of(CASEFILE.STATUS, CaseStatus.IN_RULING.name()));
    handovers.sentBack(file, reason, at);
    log.add(CaseLog.Place.of(file), CaseEventKind.DISPUTED, by, at, reason);
    events.publishEvent(new CaseDisputed(file.id(), file.decideUnitId()));
  }

  void decide(CaseFile file, int version, By by, Decision decision, Instant at) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASEFILE.STATUS, CaseStatus.DECIDED.name());
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
        Map.of(CASEFILE.STATUS, CaseStatus.DELIVERED.name(), CASEFILE.DELIVERED_AT, at));
    log.add(CaseLog.Place.of(file), CaseEventKind.DELIVERED, by, at, note);
    events.publishEvent(new CaseDelivered(file.id()));
  }

  void suspend(CaseFile file, int version, By by, Standstill stop, Instant at) {
    change(file, version, Map.of());
    clocks.suspend(duty(file), stop.reason(), stop.basis(), stop.until(), stop.toldAt(), at);
    log.add(CaseLog.Place.of(file), CaseEventKind.SUSPENDED, by, at, stop.basis());
    events.publishEvent(new CaseSuspended(file.id(), stop.reason(), stop.until()));
  }

  void resume(CaseFile file, int version, By by, Instant at) {
    change(file, version, Map.of());
    clocks.resume(duty(file), at);
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
