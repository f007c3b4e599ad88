package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The applicant's look at his case by number and password; every failure is answered alike. */
@Component
class ProgressDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final QueryAttempts attempts;
  private final CaseQueries queries;
  private final ProgressReading reading;
  private final Endings endings;
  private final CaseLog log;
  private final Now now;
  private final ApplicationEventPublisher events;

  ProgressDesk(
      DSLContext sql,
      TenantScope scope,
      QueryAttempts attempts,
      CaseQueries queries,
      ProgressReading reading,
      Endings endings,
      CaseLog log,
      Now now,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.attempts = attempts;
    this.queries = queries;
    this.reading = reading;
    this.endings = endings;
    this.log = log;
    this.now = now;
    this.events = events;
  }

  /**
   * @throws Rejected PROGRESS_NOT_FOUND for a wrong number, a wrong password and too many attempts
   */
  CaseProgress open(String typedNumber, String password) {
    return with(typedNumber, password, file -> {});
  }

  /**
   * The applicant withdraws; done once, a second time tells how it stands.
   *
   * @throws Rejected PROGRESS_NOT_FOUND, WRONG_STATE when it is decided
   */
  CaseProgress withdraw(String number, String password, String reason) {
    String why = Texts.required(reason, "reason", "请填写撤回原因");
    return with(
        number,
        password,
        file -> {
          if (file.status() == CaseStatus.WITHDRAWN) {
            return;
          }
          if (!file.status().isOpen()) {
            throw new Rejected("WRONG_STATE", null, "办件已办结，不能撤回");
          }
          By by = new By(file.acceptUnitId(), null);
          String note = "申请人网上撤回：" + why;
          endings.end(file, file.version(), by, CaseStatus.WITHDRAWN, note, now.instant());
        });
  }

  /**
   * The applicant says what he has brought or sent; the window checks it and marks it complete.
   *
   * @throws Rejected PROGRESS_NOT_FOUND, NOTHING_ASKED
   */
  CaseProgress supplement(String number, String password, String note) {
    String told = Texts.required(note, "note", "请说明补交了哪些材料");
    return with(number, password, file -> sent(file, told));
  }

  private void sent(CaseFile file, String told) {
    if (!reading.waits(file)) {
      throw new Rejected("NOTHING_ASKED", null, "没有待补正或待补交的材料");
    }
    By by = new By(file.acceptUnitId(), null);
    log.add(CaseLog.Place.of(file), CaseEventKind.SUPPLEMENT_SENT, by, now.instant(), told);
    events.publishEvent(new SupplementSent(file.id(), file.acceptUnitId()));
  }

  private CaseProgress with(String typedNumber, String password, Consumer<CaseFile> act) {
    String number = CaseNumber.normalised(typedNumber);
    Optional<CaseProgress> found =
        number.isEmpty() || !scope.current().hasDistrict()
            ? Optional.empty()
            : scope.write(() -> attempt(number, password, act));
    return found.orElseThrow(
        () -> new Rejected("PROGRESS_NOT_FOUND", null, "办件编号或查询密码不正确，或尝试次数过多，请稍后再试"));
  }

  private Optional<CaseProgress> attempt(String number, String password, Consumer<CaseFile> act) {
    byte[] hash = Sha256.of(number);
    if (!attempts.count(hash)) {
      return Optional.empty();
    }
    return scope.asSubject("number:progress", () -> check(number, password, hash, act));
  }

  private Optional<CaseProgress> check(
      String number, String password, byte[] hash, Consumer<CaseFile> act) {
    byte[] expected =
        sql.select(CASEFILE.QUERY_HASH)
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.NUMBER.eq(number))
            .fetchOne(CASEFILE.QUERY_HASH);
    if (!QueryPassword.matches(expected == null ? new byte[0] : expected, number, password)) {
      return Optional.empty();
    }
    attempts.forget(hash);
    queries.find(CASEFILE.NUMBER.eq(number)).ifPresent(act);
    return queries.find(CASEFILE.NUMBER.eq(number)).map(reading::of);
  }
}
