package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;
import static cn.lianban.db.catalog.Tables.DECISION_ITEM;
import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_TERM;
import static cn.lianban.db.catalog.Tables.UPPER_DECISION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import cn.lianban.db.catalog.tables.records.UpperDecisionRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the register of upper-level decisions and compares it with the list. */
@Component
class DecisionQueries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final CasesOfItems cases;

  DecisionQueries(DSLContext sql, TenantScope scope, Now now, CasesOfItems cases) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.cases = cases;
  }

  Optional<UpperDecision> find(long id) {
    return sql.selectFrom(UPPER_DECISION)
        .where(UPPER_DECISION.DISTRICT_ID.eq(scope.district()), UPPER_DECISION.ID.eq(id))
        .fetchOptional(DecisionQueries::decision);
  }

  /** Newest entries first. */
  Page<UpperDecision> page(
      @Nullable String search,
      UpperDecision.@Nullable Kind kind,
      int first,
      @Nullable String after) {
    int size = Page.size(first);
    Condition which = DSL.noCondition();
    if (search != null && !search.isBlank()) {
      String text = search.strip();
      which =
          UPPER_DECISION
              .NAME
              .containsIgnoreCase(text)
              .or(UPPER_DECISION.DOCUMENT_NO.contains(text));
    }
    if (kind != null) {
      which = which.and(UPPER_DECISION.KIND.eq(kind.name()));
    }
    if (after != null) {
      which = which.and(UPPER_DECISION.ID.lt(Cursors.id(after)));
    }
    List<UpperDecision> rows =
        sql.selectFrom(UPPER_DECISION)
            .where(UPPER_DECISION.DISTRICT_ID.eq(scope.district()))
            .and(which)
            .orderBy(UPPER_DECISION.ID.desc())
            .limit(size + 1)
            .fetch(DecisionQueries::decision);
    return Page.of(rows, size, decision -> Cursor.of(decision.id()));
  }

  /** Items that somebody said are the ones decided on. */
  Map<Long, List<Item>> items(Collection<Long> decisions) {
    return sql.select(DECISION_ITEM.DECISION_ID)
        .select(ITEM.fields())
        .from(DECISION_ITEM)
        .join(ITEM)
        .on(ITEM.DISTRICT_ID.eq(DECISION_ITEM.DISTRICT_ID), ITEM.ID.eq(DECISION_ITEM.ITEM_ID))
        .where(DECISION_ITEM.DISTRICT_ID.eq(scope.district()), DECISION_ITEM.SAME.isTrue())
        .and(Among.these(DECISION_ITEM.DECISION_ID, decisions))
        .orderBy(ITEM.NAME, ITEM.ID)
        .fetchGroups(DECISION_ITEM.DECISION_ID, row -> ItemQueries.item(row.into(ITEM)));
  }

  /** The decision that cancelled the item first, of those that somebody said are about it. */
  Optional<UpperDecision> cancelling(long itemId) {
    return sql.select(UPPER_DECISION.fields())
        .from(UPPER_DECISION)
        .join(DECISION_ITEM)
        .on(DECISION_ITEM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID), DECISION_ITEM.SAME.isTrue())
        .and(DECISION_ITEM.DECISION_ID.eq(UPPER_DECISION.ID))
        .where(DECISION_ITEM.DISTRICT_ID.eq(scope.district()), DECISION_ITEM.ITEM_ID.eq(itemId))
        .and(UPPER_DECISION.KIND.eq(UpperDecision.Kind.CANCELLED.name()))
        .orderBy(UPPER_DECISION.EFFECTIVE_ON, UPPER_DECISION.ID)
        .limit(1)
        .fetchOptional(row -> decision(row.into(UPPER_DECISION)));
  }

  /** Cancelling decisions whose name fits the item and that nobody has compared with it. */
  List<UpperDecision> toJudge(long itemId) {
    return sql.selectDistinct(UPPER_DECISION.fields())
        .from(UPPER_DECISION)
        .join(ITEM)
        .on(ITEM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID), ITEM.ID.eq(itemId))
        .leftJoin(DECISION_ITEM)
        .on(DECISION_ITEM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID))
        .and(DECISION_ITEM.DECISION_ID.eq(UPPER_DECISION.ID))
        .and(DECISION_ITEM.ITEM_ID.eq(ITEM.ID))
        .where(UPPER_DECISION.DISTRICT_ID.eq(scope.district()))
        .and(UPPER_DECISION.KIND.eq(UpperDecision.Kind.CANCELLED.name()))
        .and(UPPER_DECISION.EFFECTIVE_ON.le(now.today()))
        .and(notJudged())
        .orderBy(UPPER_DECISION.ID)
        .limit(5)
        .fetch(row -> decision(row.into(UPPER_DECISION)));
  }

  /** By decision, then item. */
  Page<DecisionConflict> conflicts(int first, @Nullable String after) {
    int size = Page.size(first);
    List<DecisionConflict> rows =
        sql.selectDistinct(UPPER_DECISION.fields())
            .select(ITEM.fields())
            .select(DECISION_ITEM.SAME)
            .from(UPPER_DECISION)
            .join(ITEM)
            .on(ITEM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID))
            .leftJoin(DECISION_ITEM)
            .on(DECISION_ITEM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID))
            .and(DECISION_ITEM.DECISION_ID.eq(UPPER_DECISION.ID))
            .and(DECISION_ITEM.ITEM_ID.eq(ITEM.ID))
            .where(UPPER_DECISION.DISTRICT_ID.eq(scope.district()))
            .and(notJudged().or(DECISION_ITEM.SAME.isTrue().and(notFollowed())))
            .and(behind(after))
            .orderBy(UPPER_DECISION.ID, ITEM.ID)
            .limit(size + 1)
            .fetch(DecisionQueries::conflict);
    return Page.of(rows, size, one -> Cursor.of(one.decision().id(), one.item().id()));
  }

  /** The decision's name stands in the item's, the item is in force, and nobody has compared. */
  private Condition notJudged() {
    return DECISION_ITEM
        .SAME
        .isNull()
        .and(ITEM.CANCELLED_ON.isNull().or(ITEM.CANCELLED_ON.gt(now.today())))
        .and(
            ITEM.ID.in(
                select(ITEM_TERM.ITEM_ID)
                    .from(ITEM_TERM)
                    .where(ITEM_TERM.DISTRICT_ID.eq(UPPER_DECISION.DISTRICT_ID))
                    .and(ITEM_TERM.TERM.ge(UPPER_DECISION.TERM))
                    .and(ITEM_TERM.TERM.lt(UPPER_DECISION.TERM_END))));
  }

  private Condition notFollowed() {
    Condition adjusted =
        UPPER_DECISION
            .KIND
            .eq(UpperDecision.Kind.ADJUSTED.name())
            .and(ITEM.EFFECTIVE_ON.lt(UPPER_DECISION.EFFECTIVE_ON).or(ITEM.EDITION.eq(1)));
    Condition delegated =
        UPPER_DECISION
            .KIND
            .eq(UpperDecision.Kind.DELEGATED.name())
            .and(
                not(
                    exists(
                        select(ACCEPTANCE_POINT.ITEM_ID)
                            .from(ACCEPTANCE_POINT)
                            .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(ITEM.DISTRICT_ID))
                            .and(ACCEPTANCE_POINT.ITEM_ID.eq(ITEM.ID))
                            .and(ACCEPTANCE_POINT.DELEGATED.isTrue()))));
    Condition cancelled =
        UPPER_DECISION
            .KIND
            .eq(UpperDecision.Kind.CANCELLED.name())
            .and(
                ITEM.CANCELLED_ON
                    .isNull()
                    .or(ITEM.CANCELLED_ON.gt(UPPER_DECISION.EFFECTIVE_ON))
                    .or(cases.acceptedSince(ITEM.ID, UPPER_DECISION.EFFECTIVE_ON)));
    return cancelled.or(adjusted).or(delegated);
  }

  private static Condition behind(@Nullable String after) {
    if (after == null) {
      return DSL.noCondition();
    }
    List<String> place = Cursor.parse(after, 2);
    return row(UPPER_DECISION.ID, ITEM.ID)
        .gt(Cursors.number(place.get(0)), Cursors.number(place.get(1)));
  }

  private static DecisionConflict conflict(Record row) {
    UpperDecision decision = decision(row.into(UPPER_DECISION));
    DecisionConflict.Reason reason =
        row.get(DECISION_ITEM.SAME) == null
            ? DecisionConflict.Reason.NOT_JUDGED
            : switch (decision.kind()) {
              case CANCELLED -> DecisionConflict.Reason.CANCELLED;
              case ADJUSTED -> DecisionConflict.Reason.NOT_ADJUSTED;
              case DELEGATED -> DecisionConflict.Reason.NOT_DELEGATED;
            };
    return new DecisionConflict(decision, ItemQueries.item(row.into(ITEM)), reason);
  }

  private static UpperDecision decision(UpperDecisionRecord row) {
    return new UpperDecision(
        row.getId(),
        UpperDecision.Kind.valueOf(row.getKind()),
        row.getName(),
        row.getDocumentNo(),
        row.getDecidedOn(),
        row.getEffectiveOn(),
        UpperDecision.Level.valueOf(row.getLevel()),
        row.getNote(),
        row.getVersion());
  }
}
