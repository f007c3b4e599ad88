package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The applicant's look at his case by number and password, and what he does there; every failure is
 * answered alike.
 */
@Component
public class ProgressDesk {
  private final TenantScope scope;
  private final ProgressDoor door;
  private final CaseQueries queries;
  private final ProgressReading reading;
  private final Endings endings;
  private final CaseLog log;
  private final CaseNews news;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  ProgressDesk(
      TenantScope scope,
      ProgressDoor door,
      CaseQueries queries,
      ProgressReading reading,
      Endings endings,
      CaseLog log,
      CaseNews news,
      Now now,
      Once once,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.scope = scope;
    this.door = door;
    this.queries = queries;
    this.reading = reading;
    this.endings = endings;
    this.log = log;
    this.news = news;
    this.now = now;
    this.once = once;
    this.audit = audit;
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
  CaseProgress withdraw(Asked asked, String reason) {
    String why = Texts.required(reason, "reason", "请填写撤回原因");
    return once(
        asked,
        "case.own_withdraw",
        why,
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
  CaseProgress supplement(Asked asked, String note) {
    String told = Texts.required(note, "note", "请说明补交了哪些材料");
    return once(asked, "case.own_supplement_sent", told, file -> sent(file, told));
  }

  private void sent(CaseFile file, String told) {
    requireAsked(file);
    By by = new By(file.acceptUnitId(), null);
    log.add(CaseLog.Place.of(file), CaseEventKind.SUPPLEMENT_SENT, by, now.instant(), told);
    events.publishEvent(new SupplementSent(file.id(), file.acceptUnitId()));
  }

  /**
   * He wishes to be told by SMS, or no longer.
   *
   * @throws Rejected PROGRESS_NOT_FOUND, REQUIRED when no number is on file
   */
  CaseProgress news(Asked asked, boolean wished) {
    return once(
        asked,
        "case.own_news",
        String.valueOf(wished),
        file -> {
          if (reading.news(file) == null) {
            throw new Rejected("REQUIRED", null, "没有登记手机号码，请到窗口登记");
          }
          news.subscribe(file.id(), wished);
        });
  }

  /**
   * Something on a case of which something is asked, as its applicant and under reach ALL.
   *
   * @throws Rejected PROGRESS_NOT_FOUND, NOTHING_ASKED
   */
  public <T> T whileAsked(String number, String password, Function<CaseFile, T> work) {
    return asApplicant(
        number,
        password,
        file -> {
          requireAsked(file);
          return work.apply(file);
        });
  }

  /**
   * Something on a case as its applicant and under reach ALL, in one transaction.
   *
   * @throws Rejected PROGRESS_NOT_FOUND
   */
  <T> T asApplicant(String number, String password, Function<CaseFile, T> work) {
    return door.as(
        number,
        password,
        file -> scope.asSubject("token:case-" + file.id(), () -> work.apply(file)));
  }

  private void requireAsked(CaseFile file) {
    if (!reading.waits(file)) {
      throw new Rejected("NOTHING_ASKED", null, "没有待补正或待补交的材料");
    }
  }

  /**
   * What an applicant sends.
   *
   * @param key repeats of it are answered, not done again
   */
  record Asked(String key, String number, String password) {}

  /** What is hashed of a request: never the password, whose six digits a hash would not hide. */
  private record Change(String action, String number, String what) {}

  /** Done once under the key, by whoever knows number and password; audited like any change. */
  private CaseProgress once(Asked asked, String action, String what, Consumer<CaseFile> act) {
    return with(
        asked.number(),
        asked.password(),
        file ->
            scope.asSubject(
                "token:case-" + file.id(),
                () ->
                    once.run(
                        asked.key(),
                        new Change(action, file.number(), what),
                        () -> {
                          act.accept(file);
                          audit.record(action, "case:" + file.id(), Map.of());
                          return file.id();
                        })));
  }

  private CaseProgress with(String number, String password, Consumer<CaseFile> act) {
    return door.as(
        number,
        password,
        file -> {
          act.accept(file);
          return reading.of(queries.find(CASEFILE.ID.eq(file.id())).orElseThrow());
        });
  }
}
