package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.DECISION_ITEM;
import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.UPPER_DECISION;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.catalog.tables.records.UpperDecisionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The register of upper-level decisions: what is entered, and which items it is about. */
@Component
class UpperDecisions {
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Posts posts;
  private final Editors editors;
  private final Items items;
  private final DecisionQueries queries;

  UpperDecisions(
      DSLContext sql,
      TenantScope scope,
      Once once,
      AuditTrail audit,
      Posts posts,
      Editors editors,
      Items items,
      DecisionQueries queries) {
    this.sql = sql;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.posts = posts;
    this.editors = editors;
    this.items = items;
    this.queries = queries;
  }

  /**
   * Enters a decision; the report then tells which items its name fits.
   *
   * @throws Rejected REQUIRED, TOO_LONG, OUT_OF_RANGE before 2012
   */
  long record(String key, Object input, UpperDecision typed) {
    posts.require(Role.DISTRICT_ADMIN);
    UpperDecision decision = checked(typed);
    return once.run(
            key,
            input,
            () -> {
              long id = insert(decision);
              audit.record("decision.record", "decision:" + id, Map.of("kind", decision.kind()));
              return id;
            })
        .id();
  }

  static UpperDecision checked(UpperDecision typed) {
    if (typed.decidedOn().isBefore(FIRST)) {
      throw new Rejected("OUT_OF_RANGE", "decidedOn", "登记 2012 年以来的决定");
    }
    if (typed.effectiveOn().isBefore(FIRST)) {
      throw new Rejected("OUT_OF_RANGE", "effectiveOn", "登记 2012 年以来的决定");
    }
    return new UpperDecision(
        typed.id(),
        typed.kind(),
        Texts.required(typed.name(), 600, "name"),
        Texts.required(typed.documentNo(), 200, "documentNo"),
        typed.decidedOn(),
        typed.effectiveOn(),
        typed.level(),
        Texts.optional(typed.note(), 2000, "note"),
        typed.version());
  }

  private long insert(UpperDecision decision) {
    var row = sql.newRecord(UPPER_DECISION);
    row.setDistrictId(scope.district());
    fill(row, decision);
    row.insert();
    return row.getId();
  }

  static void fill(UpperDecisionRecord row, UpperDecision decision) {
    String term = ItemTerms.normalize(decision.name());
    row.setKind(decision.kind().name());
    row.setName(decision.name());
    row.setTerm(term);
    row.setTermEnd(ItemTerms.end(term));
    row.setDocumentNo(decision.documentNo());
    row.setDecidedOn(decision.decidedOn());
    row.setEffectiveOn(decision.effectiveOn());
    row.setLevel(decision.level().name());
    row.setNote(decision.note());
  }

  /**
   * Says whether an item is the one decided on; may be said anew.
   *
   * @throws Rejected NOT_FOUND
   */
  long judge(String key, Object input, long decisionId, long itemId, boolean same) {
    editors.requireDrafter();
    return once.run(key, input, () -> judgeOnce(decisionId, itemId, same)).id();
  }

  private long judgeOnce(long decisionId, long itemId, boolean same) {
    if (queries.find(decisionId).isEmpty()) {
      throw Drafts.missing("id", "没有这个决定");
    }
    Item item = items.find(itemId).orElseThrow(() -> Drafts.missing("itemId", "没有这个事项"));
    editors.checkDrafter(item.unitId());
    Optional<UpperDecision> before = queries.cancelling(itemId);
    sql.insertInto(DECISION_ITEM)
        .set(DECISION_ITEM.DISTRICT_ID, scope.district())
        .set(DECISION_ITEM.DECISION_ID, decisionId)
        .set(DECISION_ITEM.ITEM_ID, itemId)
        .set(DECISION_ITEM.SAME, same)
        .onDuplicateKeyUpdate()
        .set(DECISION_ITEM.SAME, same)
        .execute();
    carryOut(item, before);
    audit.record("decision.judge", "decision:" + decisionId, Map.of("item", itemId, "same", same));
    return decisionId;
  }

  /**
   * A decision that cancels holds from its own day, whatever the district had set later; taken back
   * when it turns out to be about another item. What the district cancelled earlier stays.
   */
  void carryOut(Item item, Optional<UpperDecision> before) {
    UpperDecision holds = queries.cancelling(item.id()).orElse(null);
    LocalDate on = item.cancelledOn();
    boolean byDecision =
        before.isPresent()
            && before.get().effectiveOn().equals(on)
            && before.get().documentNo().equals(item.cancelDocument());
    boolean earlier = holds != null && (on == null || holds.effectiveOn().isBefore(on));
    if (!earlier && !byDecision) {
      return;
    }
    sql.update(ITEM)
        .set(ITEM.CANCELLED_ON, holds == null ? null : holds.effectiveOn())
        .set(ITEM.CANCEL_DOCUMENT, holds == null ? null : holds.documentNo())
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(item.id()))
        .execute();
  }
}
