package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What staff do with cases: authorise, check, write, audit, publish. Every method is one committed
 * transaction, once per idempotency key.
 */
@Component
public class Cases {
  private final CaseQueries queries;
  private final CaseSteps steps;
  private final CaseRights rights;
  private final CaseActs acts;
  private final Decisions decisions;
  private final Extensions extensions;
  private final CaseNews news;
  private final Reveals reveals;
  private final Now now;

  Cases(
      CaseQueries queries,
      CaseSteps steps,
      CaseRights rights,
      CaseActs acts,
      Decisions decisions,
      Extensions extensions,
      CaseNews news,
      Reveals reveals,
      Now now) {
    this.queries = queries;
    this.steps = steps;
    this.rights = rights;
    this.acts = acts;
    this.decisions = decisions;
    this.extensions = extensions;
    this.news = news;
    this.reveals = reveals;
    this.now = now;
  }

  /** Empty when there is no such case, or it is outside the caller's reach. */
  public Optional<CaseFile> find(long id) {
    return Optional.ofNullable(queries.byIds(List.of(id)).get(id));
  }

  /** One statement for any number of ids; what is outside the caller's reach is missing. */
  public Map<Long, CaseFile> byIds(Collection<Long> ids) {
    return ids.isEmpty() ? Map.of() : queries.byIds(ids);
  }

  /** By our own number, or by the one that another platform gave it. */
  Optional<CaseFile> findByNumber(String typed) {
    String number = CaseNumber.normalised(typed);
    Optional<CaseFile> own =
        number.isEmpty() ? Optional.empty() : queries.find(CASEFILE.NUMBER.eq(number));
    String foreign = typed.strip().replace("\0", "");
    return own.isPresent() || foreign.isEmpty() ? own : queries.newestForeign(foreign);
  }

  /**
   * The caller may see the applicant unmasked, and his papers: he takes part in the case by role
   * and unit.
   */
  public boolean mayReadApplicant(CaseFile file) {
    return rights.may(CaseAction.REVEAL_APPLICANT, file);
  }

  /**
   * The unit in which the caller takes part in a case he has found: the one whose post lets him,
   * not his first; of a deputy: the absent person's. The rest of the request is then audited as
   * done for that person.
   *
   * @throws Problem FORBIDDEN for who takes no part in it
   */
  public int partIn(CaseFile file) {
    return rights.require(CaseAction.REVEAL_APPLICANT, file, file.version()).unitId();
  }

  long handUp(Call call, @Nullable String note) {
    return act(
        call,
        CaseAction.HAND_UP,
        (file, by, at) -> steps.handUp(file, call.version(), by, Texts.optional(note), at));
  }

  long sign(Call call) {
    return act(call, CaseAction.SIGN, (file, by, at) -> steps.sign(file, call.version(), by, at));
  }

  long sendBack(Call call, String reason) {
    String told = Texts.required(reason, "reason", "请填写退回原因");
    return act(
        call,
        CaseAction.RETURN,
        (file, by, at) -> steps.sendBack(file, call.version(), by, told, at));
  }

  /** A refusal states its reasons (行政许可法 Art. 38). */
  long decide(Call call, Decision decision) {
    if (decision.outcome() == CaseOutcome.REFUSED) {
      Texts.required(Texts.optional(decision.reason()), "reason", "不予许可应当说明理由");
    }
    return act(
        call,
        CaseAction.DECIDE,
        (file, by, at) -> decisions.decide(file, call.version(), by, decision, at));
  }

  long deliver(Call call, Delivery delivery, @Nullable String note) {
    return act(
        call,
        CaseAction.DELIVER,
        (file, by, at) ->
            decisions.deliver(file, call.version(), by, delivery, Texts.optional(note), at));
  }

  /**
   * @param told the applicant was told by whoever does it; who is told by SMS is told by that
   * @throws Rejected BY_NOTICE at reason for a supplement, INVALID at expectedUntil
   */
  long suspend(Call call, SuspensionReason reason, String basis, LocalDate until, boolean told) {
    if (reason == SuspensionReason.SUPPLEMENT) {
      // after acceptance the decision's clock must not wait for papers (行政许可法 Art. 32)
      throw new Rejected("BY_NOTICE", "reason", "补正请用“补正告知”：受理前一次告知，受理后须说明原因并记为异常，不停表");
    }
    String paper = Texts.required(basis, "basis", "请填写法律依据");
    if (!until.isAfter(now.today())) {
      throw new Rejected("INVALID", "expectedUntil", "预计结束日期须在今天之后");
    }
    return act(
        call,
        CaseAction.SUSPEND,
        (file, by, at) -> {
          Instant known = told || news.reaches(file.id()) ? at : null;
          steps.suspend(file, call.version(), by, new Standstill(reason, paper, until, known), at);
        });
  }

  long resume(Call call) {
    return act(
        call, CaseAction.RESUME, (file, by, at) -> steps.resume(file, call.version(), by, at));
  }

  /** As {@link Extensions} allows it; the reason is told (行政许可法 Art. 42). */
  long extend(Call call, int days, String reason) {
    String told = Texts.required(reason, "reason", "请填写延期理由");
    return act(
        call,
        CaseAction.EXTEND,
        (file, by, at) -> {
          extensions.check(file, days, at);
          steps.extend(file, call.version(), by, days, told, at);
        });
  }

  /** Notes who looked at the unmasked applicant, and why. */
  long revealApplicant(Call call, String reason) {
    String why = Texts.required(reason, "reason", "请填写查看原因");
    return act(
        call,
        CaseAction.REVEAL_APPLICANT,
        (file, by, at) -> {
          // the words may name people: the seal holds their digest only
          String digest = reveals.add(file, by, why, at);
          acts.record("case.reveal_reason", file.id(), Map.of("whyDigest", digest));
        });
  }

  private long act(Call call, CaseAction action, CaseActs.Act act) {
    return acts.act(call, action, act);
  }

  /**
   * @throws Rejected NOT_FOUND for a case that is not there or outside the caller's reach
   */
  CaseFile visible(long id) {
    return acts.visible(id);
  }

  /**
   * @param input the whole input, hashed for the idempotency key
   * @param version the row's version the caller saw
   */
  record Call(String key, Object input, long id, int version) {}
}
