package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_VERSION;

import cn.lianban.clock.BudgetUnit;
import cn.lianban.db.catalog.tables.records.ItemVersionRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads versions of items; one statement each. */
@Component
class VersionQueries {
  private final DSLContext sql;
  private final TenantScope scope;

  VersionQueries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  Optional<ItemVersion> find(long id) {
    return select(ITEM_VERSION.ID.eq(id)).fetchOptional(VersionQueries::version);
  }

  /** Newest first. */
  List<ItemVersion> ofItem(long itemId) {
    return select(ITEM_VERSION.ITEM_ID.eq(itemId))
        .orderBy(ITEM_VERSION.NO.desc())
        .fetch(VersionQueries::version);
  }

  Optional<ItemVersion> of(long itemId, int no) {
    return select(ITEM_VERSION.ITEM_ID.eq(itemId).and(ITEM_VERSION.NO.eq(no)))
        .fetchOptional(VersionQueries::version);
  }

  /** What the item said on a day; empty before its first publication. */
  Optional<ItemVersion> publishedOn(long itemId, LocalDate day) {
    return publishedOn(published(List.of(itemId)).getOrDefault(itemId, List.of()), day);
  }

  /** As {@link #publishedOn(long, LocalDate)}, of what was {@link #published}. */
  static Optional<ItemVersion> publishedOn(List<ItemVersion> newestFirst, LocalDate day) {
    return newestFirst.stream()
        .filter(version -> !Objects.requireNonNull(version.trail().effectiveOn()).isAfter(day))
        .findFirst();
  }

  /** What was published of each item; of one day the last word is the first. */
  Map<Long, List<ItemVersion>> published(Collection<Long> items) {
    return items.isEmpty()
        ? Map.of()
        : select(
                Among.these(ITEM_VERSION.ITEM_ID, items).and(ITEM_VERSION.EFFECTIVE_ON.isNotNull()))
            .orderBy(
                ITEM_VERSION.EFFECTIVE_ON.desc(),
                ITEM_VERSION.PUBLISHED_AT.desc(),
                ITEM_VERSION.NO.desc())
            .fetchGroups(ITEM_VERSION.ITEM_ID, VersionQueries::version);
  }

  Page<ItemVersion> waiting(int first, @Nullable String after) {
    int size = Page.size(first);
    List<ItemVersion> rows =
        select(
                ITEM_VERSION
                    .STATE
                    .in(Publication.IN_REVIEW.name(), Publication.REVIEWED.name())
                    .and(ITEM_VERSION.ID.gt(Cursors.id(after))))
            .orderBy(ITEM_VERSION.ID)
            .limit(size + 1)
            .fetch(VersionQueries::version);
    return Page.of(rows, size, version -> Cursor.of(version.id()));
  }

  /** Of the versions in force, by item. */
  Map<Long, ItemVersion> inForce(Collection<Long> items) {
    return select(Among.these(ITEM_VERSION.ITEM_ID, items).and(ITEM_VERSION.NO.eq(ITEM.EDITION)))
        .fetchMap(ITEM_VERSION.ITEM_ID, VersionQueries::version);
  }

  int lastNo(long itemId) {
    Integer last =
        sql.select(DSL.max(ITEM_VERSION.NO))
            .from(ITEM_VERSION)
            .where(ITEM_VERSION.DISTRICT_ID.eq(scope.district()))
            .and(ITEM_VERSION.ITEM_ID.eq(itemId))
            .fetchSingle()
            .value1();
    return last == null ? 0 : last;
  }

  /** Of many items, in one statement. */
  Map<Long, Integer> lastNos(Collection<Long> itemIds) {
    var last = DSL.max(ITEM_VERSION.NO);
    return sql.select(ITEM_VERSION.ITEM_ID, last)
        .from(ITEM_VERSION)
        .where(ITEM_VERSION.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ITEM_VERSION.ITEM_ID, itemIds))
        .groupBy(ITEM_VERSION.ITEM_ID)
        .fetchMap(ITEM_VERSION.ITEM_ID, last);
  }

  private SelectConditionStep<Record> select(Condition which) {
    return sql.select(ITEM_VERSION.fields())
        .select(ITEM.UNIT_ID, ITEM.EDITION)
        .from(ITEM_VERSION)
        .join(ITEM)
        .on(ITEM.DISTRICT_ID.eq(ITEM_VERSION.DISTRICT_ID), ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(ITEM_VERSION.DISTRICT_ID.eq(scope.district()))
        .and(which);
  }

  private static ItemVersion version(Record record) {
    ItemVersionRecord row = record.into(ITEM_VERSION);
    Publication state = Publication.valueOf(row.getState());
    return new ItemVersion(
        row.getId(),
        row.getItemId(),
        record.get(ITEM.UNIT_ID),
        row.getNo(),
        state,
        state == Publication.PUBLISHED && row.getNo().equals(record.get(ITEM.EDITION)),
        content(row),
        trail(row),
        row.getVersion());
  }

  private static ItemContent content(ItemVersionRecord row) {
    return new ItemContent(
        row.getName(),
        row.getMainItem(),
        ApprovalType.valueOf(row.getApprovalType()),
        row.getStatutoryLimit(),
        row.getPromisedLimit(),
        BudgetUnit.valueOf(row.getLimitUnit()),
        row.getLegalBasis(),
        List.of(row.getConditions()),
        List.of(row.getSteps()),
        row.getVisits(),
        row.getFee(),
        OnlineDepth.valueOf(row.getOnlineDepth()),
        row.getContact(),
        row.getDemo());
  }

  private static Trail trail(ItemVersionRecord row) {
    return new Trail(
        row.getDraftedBy(),
        row.getDraftedAt(),
        row.getSentAt(),
        row.getReviewedBy(),
        row.getReviewedAt(),
        row.getOpinion(),
        row.getPublishedBy(),
        row.getPublishedAt(),
        row.getDocumentNo(),
        row.getEffectiveOn());
  }
}
