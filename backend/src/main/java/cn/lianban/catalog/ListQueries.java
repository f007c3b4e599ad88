package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.LIST_ENTRY;
import static cn.lianban.db.catalog.Tables.LIST_VERSION;
import static cn.lianban.db.catalog.Tables.PUBLIC_LIST;

import cn.lianban.db.catalog.tables.records.ListVersionRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads power, negative and responsibility lists; one statement each. */
@Component
class ListQueries {
  private final DSLContext sql;
  private final TenantScope scope;

  ListQueries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  Optional<ListVersion> find(long id) {
    return versions(LIST_VERSION.ID.eq(id)).stream().findFirst();
  }

  /** By list, newest version first. */
  List<ListVersion> all() {
    return versions(DSL.noCondition());
  }

  List<ListVersion> ofList(long listId) {
    return versions(LIST_VERSION.LIST_ID.eq(listId));
  }

  /** What the public reads: of each list the newest published version. */
  List<ListVersion> published() {
    return versions(LIST_VERSION.NO.eq(newest()));
  }

  private List<ListVersion> versions(Condition which) {
    return sql.select(LIST_VERSION.fields())
        .select(PUBLIC_LIST.KIND, PUBLIC_LIST.TITLE, newest().as("newest"))
        .from(LIST_VERSION)
        .join(PUBLIC_LIST)
        .on(PUBLIC_LIST.DISTRICT_ID.eq(LIST_VERSION.DISTRICT_ID))
        .and(PUBLIC_LIST.ID.eq(LIST_VERSION.LIST_ID))
        .where(LIST_VERSION.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(PUBLIC_LIST.KIND, PUBLIC_LIST.TITLE, LIST_VERSION.NO.desc())
        .fetch(ListQueries::version);
  }

  private static Field<Integer> newest() {
    var other = LIST_VERSION.as("other");
    return DSL.field(
        DSL.select(DSL.max(other.NO))
            .from(other)
            .where(other.DISTRICT_ID.eq(LIST_VERSION.DISTRICT_ID))
            .and(other.LIST_ID.eq(LIST_VERSION.LIST_ID))
            .and(other.STATE.eq(Publication.PUBLISHED.name())));
  }

  Map<Long, List<ListEntry>> entries(Collection<Long> versions) {
    return sql.selectFrom(LIST_ENTRY)
        .where(LIST_ENTRY.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(LIST_ENTRY.VERSION_ID, versions))
        .orderBy(LIST_ENTRY.VERSION_ID, LIST_ENTRY.SEQ)
        .fetchGroups(
            LIST_ENTRY.VERSION_ID,
            row ->
                new ListEntry(
                    row.getSeq(),
                    row.getCode(),
                    row.getName(),
                    row.getUnitName(),
                    row.getBasis(),
                    row.getContent()));
  }

  private static ListVersion version(Record record) {
    ListVersionRecord row = record.into(LIST_VERSION);
    return new ListVersion(
        row.getId(),
        row.getListId(),
        ListKind.valueOf(record.get(PUBLIC_LIST.KIND)),
        record.get(PUBLIC_LIST.TITLE),
        row.getNo(),
        Publication.valueOf(row.getState()),
        row.getNo().equals(record.get("newest", Integer.class)),
        new Trail(
            row.getDraftedBy(),
            row.getDraftedAt(),
            row.getSentAt(),
            row.getReviewedBy(),
            row.getReviewedAt(),
            row.getOpinion(),
            row.getPublishedBy(),
            row.getPublishedAt(),
            row.getDocumentNo(),
            row.getEffectiveOn()),
        row.getVersion());
  }
}
