package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;
import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_TERM;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import cn.lianban.api.types.ItemOrder;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.db.catalog.tables.records.ItemRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.RowOrder;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the list; every statement carries the district beside its policy. */
@Component
class ItemQueries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Question<Item> byIds;

  ItemQueries(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.byIds =
        new Question<>(
            sql,
            scope,
            sql.select(
                    ITEM.ID,
                    ITEM.CODE,
                    ITEM.NAME,
                    ITEM.MAIN_ITEM,
                    ITEM.TASK_TYPE,
                    ITEM.APPROVAL_TYPE,
                    ITEM.UNIT_ID,
                    ITEM.STATUTORY_LIMIT,
                    ITEM.PROMISED_LIMIT,
                    ITEM.LIMIT_UNIT,
                    ITEM.DEMO,
                    ITEM.CANCELLED_ON,
                    ITEM.CANCEL_DOCUMENT,
                    ITEM.EDITION,
                    ITEM.EFFECTIVE_ON,
                    ITEM.NEXT_ON,
                    ITEM.VERSION)
                .from(ITEM)
                .where(ITEM.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, ITEM.ID)),
            ItemQueries::item);
  }

  Page<Item> page(Condition which, @Nullable ItemOrder order, int first, @Nullable String after) {
    return switch (order) {
      case null -> page(which, first, after);
      case NAME -> page(which, first, after);
      case NAME_DESC -> page(ItemOrders.name(true), which, first, after);
      case CODE, CODE_DESC ->
          page(ItemOrders.code(RowOrder.isDownwards(order)), which, first, after);
      case DEPARTMENT, DEPARTMENT_DESC ->
          page(ItemOrders.department(RowOrder.isDownwards(order)), which, first, after);
      case PROMISED, PROMISED_DESC ->
          page(ItemOrders.promised(RowOrder.isDownwards(order)), which, first, after);
    };
  }

  private Page<Item> page(RowOrder<?> order, Condition which, int first, @Nullable String after) {
    Condition listed = here().and(inForce()).and(which);
    return order.page(sql, ITEM, listed, first, after, ItemQueries::item);
  }

  Page<Item> page(Condition which, int first, @Nullable String after) {
    int size = Page.size(first);
    List<Item> rows =
        sql.selectFrom(ITEM)
            .where(here().and(inForce()).and(which).and(behind(after)))
            .orderBy(ITEM.NAME, ITEM.ID)
            .limit(size + 1)
            .fetch(ItemQueries::item);
    return Page.of(rows, size, item -> Cursor.of(item.name(), item.id()));
  }

  /** What every opening of a queue or a case asks. */
  List<Item> byIds(Collection<Long> ids) {
    return byIds.ask((Object) ids.toArray(Long[]::new));
  }

  Supplier<Map<Long, Item>> byIds(Round round, Collection<Long> ids) {
    return round.add(byIds, ids, Item::id, new Long[0]);
  }

  List<Item> all(Condition which) {
    return sql.selectFrom(ITEM).where(here().and(which)).fetch(ItemQueries::item);
  }

  /**
   * Items one of whose terms begins with what was typed. The terms are read once into an array: a
   * join planned before the first ANALYZE of a freshly imported list took seconds.
   */
  Condition found(@Nullable String search) {
    String start = search == null ? "" : ItemTerms.normalize(search);
    if (start.isEmpty()) {
      return DSL.noCondition();
    }
    return ITEM.ID.eq(
        DSL.any(
            DSL.array(
                select(ITEM_TERM.ITEM_ID)
                    .from(ITEM_TERM)
                    .where(ITEM_TERM.DISTRICT_ID.eq(scope.district()))
                    .and(ITEM_TERM.TERM.ge(start))
                    .and(ITEM_TERM.TERM.lt(ItemTerms.end(start))))));
  }

  /** Items that one of the units may accept and that somebody has promised a limit for. */
  Condition acceptableAt(Collection<Integer> units) {
    if (units.isEmpty()) {
      return DSL.falseCondition();
    }
    return promised()
        .and(
            ITEM.ID.in(
                select(ACCEPTANCE_POINT.ITEM_ID)
                    .from(ACCEPTANCE_POINT)
                    .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
                    .and(Among.these(ACCEPTANCE_POINT.UNIT_ID, units))));
  }

  /** Somebody has confirmed a limit. */
  private static Condition promised() {
    return ITEM.PROMISED_LIMIT.isNotNull();
  }

  Condition inForce() {
    return ITEM.EDITION.gt(0).and(ITEM.CANCELLED_ON.isNull().or(ITEM.CANCELLED_ON.gt(now.today())));
  }

  /** Items on their way to their first publication, the newest first. */
  Page<Item> unpublished(int first, @Nullable String after) {
    int size = Page.size(first);
    Condition older = after == null ? DSL.noCondition() : ITEM.ID.lt(Cursors.id(after));
    List<Item> rows =
        sql.selectFrom(ITEM)
            .where(here().and(ITEM.EDITION.eq(0)).and(older))
            .orderBy(ITEM.ID.desc())
            .limit(size + 1)
            .fetch(ItemQueries::item);
    return Page.of(rows, size, item -> Cursor.of(item.id()));
  }

  /**
   * Of the acceptance points asked for, item → units: those at which {@link Items#acceptableAt an
   * item may be accepted} today.
   */
  Map<Long, Set<Integer>> acceptable(Condition points) {
    return sql.select(ACCEPTANCE_POINT.ITEM_ID, ACCEPTANCE_POINT.UNIT_ID)
        .from(ACCEPTANCE_POINT)
        .join(ITEM)
        .on(ITEM.DISTRICT_ID.eq(ACCEPTANCE_POINT.DISTRICT_ID))
        .and(ITEM.ID.eq(ACCEPTANCE_POINT.ITEM_ID))
        .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(points)
        .and(inForce())
        .and(promised())
        .collect(
            Collectors.groupingBy(
                Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
  }

  /** Item → the units that may accept it. */
  Map<Long, List<Integer>> acceptancePoints(Collection<Long> itemIds) {
    return sql.select(ACCEPTANCE_POINT.ITEM_ID, ACCEPTANCE_POINT.UNIT_ID)
        .from(ACCEPTANCE_POINT)
        .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ACCEPTANCE_POINT.ITEM_ID, itemIds))
        .fetchGroups(ACCEPTANCE_POINT.ITEM_ID, ACCEPTANCE_POINT.UNIT_ID);
  }

  private Condition here() {
    return ITEM.DISTRICT_ID.eq(scope.district());
  }

  private static Condition behind(@Nullable String after) {
    if (after == null) {
      return DSL.noCondition();
    }
    List<String> place = Cursor.parse(after, 2);
    long id = place.get(1).matches("\\d{1,18}") ? Long.parseLong(place.get(1)) : Ids.NONE;
    return row(ITEM.NAME, ITEM.ID).gt(place.get(0), id);
  }

  private static Item item(AnswerRow row) {
    return new Item(
        row.big(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.word(5, TaskType.class),
        row.word(6, ApprovalType.class),
        row.number(7),
        row.numberOrNull(8),
        row.numberOrNull(9),
        row.word(10, BudgetUnit.class),
        row.yes(11),
        row.dayOrNull(12),
        row.textOrNull(13),
        row.number(14),
        row.day(15),
        row.dayOrNull(16),
        row.number(17));
  }

  static Item item(ItemRecord row) {
    return new Item(
        row.getId(),
        row.getCode(),
        row.getName(),
        row.getMainItem(),
        TaskType.valueOf(row.getTaskType()),
        ApprovalType.valueOf(row.getApprovalType()),
        row.getUnitId(),
        row.getStatutoryLimit(),
        row.getPromisedLimit(),
        BudgetUnit.valueOf(row.getLimitUnit()),
        row.getDemo(),
        row.getCancelledOn(),
        row.getCancelDocument(),
        row.getEdition(),
        row.getEffectiveOn(),
        row.getNextOn(),
        row.getVersion());
  }
}
