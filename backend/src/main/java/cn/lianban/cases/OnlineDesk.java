package cn.lianban.cases;

import cn.lianban.api.types.FilingOpenInput;
import cn.lianban.api.types.FilingSubmitInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.cases.WayIn.Way;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.db.cases.tables.records.FilingRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.graphql.Sha256;
import cn.lianban.outbox.Outbox;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Intake without an account: a code confirms the mobile number, a token carries the filing, and
 * what is handed in is received where a window would have received it.
 */
@Component
class OnlineDesk {
  static final String SOURCE = "ONLINE";
  private final Outbox outbox;
  private final Filings filings;
  private final WayIn wayIn;
  private final Items items;
  private final FilingReceipts receipts;
  private final AuditTrail audit;
  private final TenantScope scope;
  private final Now now;
  private final ApplicationEventPublisher events;

  OnlineDesk(
      Outbox outbox,
      Filings filings,
      WayIn wayIn,
      Items items,
      FilingReceipts receipts,
      AuditTrail audit,
      TenantScope scope,
      Now now,
      ApplicationEventPublisher events) {
    this.outbox = outbox;
    this.filings = filings;
    this.wayIn = wayIn;
    this.items = items;
    this.receipts = receipts;
    this.audit = audit;
    this.scope = scope;
    this.now = now;
    this.events = events;
  }

  /**
   * @param address where the request comes from
   * @throws Rejected FILING_OVER outside a district's path, INVALID and TOO_MANY at mobile
   */
  void code(String mobile, String address) {
    filings.requireVisitor();
    outbox.code(digits(mobile), address);
  }

  /**
   * @throws Rejected CODE_WRONG at code; what stands in the way of an intake of this item
   */
  Filings.Opened open(FilingOpenInput input) {
    filings.requireVisitor();
    long itemId = Ids.parse("Item", input.getItemId());
    IntakeRules.promise(item(itemId), now.today());
    String mobile = digits(input.getMobile());
    String code = digits(input.getCode());
    byte[] openedBy = Sha256.of(String.join("\n", input.getIdempotencyKey(), mobile, code));
    SecretToken token = SecretToken.fresh();
    return scope.asSubject(
        token.actor(),
        () ->
            scope
                .write(() -> filings.again(openedBy, token))
                .orElseGet(() -> first(openedBy, token, itemId, mobile, code)));
  }

  /** The code is used up in a transaction of its own, before anything else is written. */
  private Filings.Opened first(
      byte[] openedBy, SecretToken token, long itemId, String mobile, String code) {
    if (!outbox.confirms(mobile, code)) {
      throw new Rejected("CODE_WRONG", "code", "验证码不正确或已失效，请核对短信，或重新获取");
    }
    return scope.write(
        () -> {
          Filings.Opened opened = filings.insert(openedBy, token, itemId, mobile);
          audit.record("filing.open", "filing:" + opened.id(), Map.of("item", itemId));
          return opened;
        });
  }

  private Item item(long id) {
    return items
        .inForceOn(id, now.today())
        .orElseThrow(() -> new Rejected("NOT_FOUND", "itemId", "没有这个事项"));
  }

  /**
   * Hands in; a second time with the same token answers the same case.
   *
   * @param typed item and mobile number are the filing's, whatever stands there
   * @throws Rejected FILING_OVER, NOT_FOUND at unitId, what {@link CaseIntake#receive} refuses
   */
  FilingReceipts.Receipt submit(FilingSubmitInput input, NewCase typed) {
    filings.requireVisitor();
    SecretToken token = new SecretToken(input.getToken());
    return scope.asSubject(
        token.actor(), () -> scope.write(() -> submitted(filings.live(token), input, typed)));
  }

  private FilingReceipts.Receipt submitted(
      FilingRecord filing, FilingSubmitInput input, NewCase typed) {
    if (filing.getCaseId() != null) {
      return receipts.of(wayIn.again(filing.getCaseId()));
    }
    NewCase wanted = wanted(filing, typed);
    int unit = unit(wanted.itemId(), Ids.parseInt(Unit.KIND, input.getUnitId()));
    By by = new By(unit, null);
    WayIn.Accepted filed =
        wayIn.take(input.getIdempotencyKey(), input, wanted, Way.FILE, by, wanted.receivedAt());
    filings.handedIn(filing, filed.id());
    events.publishEvent(new CaseFiled(filing.getId(), receipts.file(filed), files(input)));
    return receipts.of(filed);
  }

  private static Set<Long> files(FilingSubmitInput input) {
    return input.getFiles().stream().map(id -> Ids.parse("File", id)).collect(Collectors.toSet());
  }

  private NewCase wanted(FilingRecord filing, NewCase typed) {
    Applicant who = typed.applicant();
    Applicant confirmed =
        new Applicant(
            who.kind(),
            who.name(),
            who.idKind(),
            who.idNumber(),
            Objects.requireNonNull(filing.getMobile()),
            who.agent());
    return new NewCase(
        filing.getItemId(),
        confirmed,
        typed.materials(),
        now.instant(),
        typed.note().isEmpty() ? "网上申请" : "网上申请：" + typed.note(),
        SOURCE,
        false,
        null,
        null,
        false,
        typed.news());
  }

  private int unit(long itemId, int unitId) {
    if (items.acceptableAt(itemId, unitId) || item(itemId).unitId() == unitId) {
      return unitId;
    }
    throw new Rejected("NOT_FOUND", "unitId", "这里不受理该事项，请另选受理地点");
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\s", "");
  }
}
