package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.DECISION_BEFORE;
import static cn.lianban.db.catalog.Tables.UPPER_DECISION;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.catalog.tables.records.DecisionBeforeRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Corrects the entry of an upper-level decision. What it said stays readable, and what the entry
 * brought about (items cancelled from its day on) follows the correction.
 */
@Component
class DecisionAmendments {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Posts posts;
  private final Editors editors;
  private final Items items;
  private final UpperDecisions decisions;
  private final DecisionQueries queries;

  DecisionAmendments(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Posts posts,
      Editors editors,
      Items items,
      UpperDecisions decisions,
      DecisionQueries queries) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.posts = posts;
    this.editors = editors;
    this.items = items;
    this.decisions = decisions;
    this.queries = queries;
  }

  /**
   * @param typed the whole entry, with its id and the version that was seen
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT, REQUIRED at reason; else as of {@link
   *     UpperDecisions#record}
   */
  long amend(String key, Object input, UpperDecision typed, String why) {
    posts.require(Role.DISTRICT_ADMIN);
    String reason = Texts.required(why, 500, "reason");
    UpperDecision entry = UpperDecisions.checked(typed);
    return once.run(key, input, () -> amendOnce(entry, reason)).id();
  }

  private long amendOnce(UpperDecision entry, String reason) {
    UpperDecision before =
        queries.find(entry.id()).orElseThrow(() -> Drafts.missing("id", "没有这个决定"));
    List<Item> about = queries.items(List.of(entry.id())).getOrDefault(entry.id(), List.of());
    Map<Long, Optional<UpperDecision>> held = new HashMap<>();
    about.forEach(item -> held.put(item.id(), queries.cancelling(item.id())));
    var row = sql.newRecord(UPPER_DECISION);
    UpperDecisions.fill(row, entry);
    row.setVersion(entry.version() + 1);
    int written =
        sql.update(UPPER_DECISION)
            .set(row)
            .where(UPPER_DECISION.DISTRICT_ID.eq(scope.district()))
            .and(UPPER_DECISION.ID.eq(entry.id()))
            .and(UPPER_DECISION.VERSION.eq(entry.version()))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    keep(before, reason);
    for (Item item : about) {
      decisions.carryOut(
          items.find(item.id()).orElseThrow(), held.getOrDefault(item.id(), Optional.empty()));
    }
    audit.record(
        "decision.amend",
        "decision:" + entry.id(),
        Map.of("version", entry.version(), "items", about.size()));
    return entry.id();
  }

  private void keep(UpperDecision said, String reason) {
    sql.insertInto(DECISION_BEFORE)
        .set(DECISION_BEFORE.DISTRICT_ID, scope.district())
        .set(DECISION_BEFORE.DECISION_ID, said.id())
        .set(DECISION_BEFORE.VERSION, said.version())
        .set(DECISION_BEFORE.KIND, said.kind().name())
        .set(DECISION_BEFORE.NAME, said.name())
        .set(DECISION_BEFORE.DOCUMENT_NO, said.documentNo())
        .set(DECISION_BEFORE.DECIDED_ON, said.decidedOn())
        .set(DECISION_BEFORE.EFFECTIVE_ON, said.effectiveOn())
        .set(DECISION_BEFORE.LEVEL, said.level().name())
        .set(DECISION_BEFORE.NOTE, said.note())
        .set(DECISION_BEFORE.REASON, reason)
        .set(DECISION_BEFORE.REPLACED_BY, editors.account())
        .set(DECISION_BEFORE.REPLACED_AT, now.instant())
        .execute();
  }

  /** The latest first. */
  Map<Long, List<EarlierDecision>> earlier(Collection<Long> of) {
    Map<Long, List<EarlierDecision>> found = new HashMap<>();
    sql.selectFrom(DECISION_BEFORE)
        .where(DECISION_BEFORE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(DECISION_BEFORE.DECISION_ID, of))
        .orderBy(DECISION_BEFORE.DECISION_ID, DECISION_BEFORE.VERSION.desc())
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.getDecisionId(), id -> new ArrayList<>())
                    .add(earlier(row)));
    return found;
  }

  private static EarlierDecision earlier(DecisionBeforeRecord row) {
    UpperDecision said =
        new UpperDecision(
            row.getDecisionId(),
            UpperDecision.Kind.valueOf(row.getKind()),
            row.getName(),
            row.getDocumentNo(),
            row.getDecidedOn(),
            row.getEffectiveOn(),
            UpperDecision.Level.valueOf(row.getLevel()),
            row.getNote(),
            row.getVersion());
    return new EarlierDecision(said, row.getReason(), row.getReplacedBy(), row.getReplacedAt());
  }
}
