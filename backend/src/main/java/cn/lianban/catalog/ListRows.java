package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.LIST_ENTRY;
import static cn.lianban.db.catalog.Tables.LIST_VERSION;

import cn.lianban.audit.AuditTrail;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.db.catalog.tables.records.ListEntryRecord;
import cn.lianban.db.catalog.tables.records.ListVersionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes versions of lists and their entries. */
@Component
class ListRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final AuditTrail audit;
  private final Editors editors;

  ListRows(DSLContext sql, TenantScope scope, Now now, AuditTrail audit, Editors editors) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.audit = audit;
    this.editors = editors;
  }

  long insert(long listId, int no) {
    var row = sql.newRecord(LIST_VERSION);
    row.setDistrictId(scope.district());
    row.setListId(listId);
    row.setNo(no);
    row.setState(Publication.DRAFT.name());
    row.setDraftedBy(editors.account());
    row.setDraftedAt(now.instant());
    row.insert();
    audit.record("list.draft", "list:" + listId, Map.of("no", no));
    return row.getId();
  }

  /**
   * @throws Rejected VERSION_CONFLICT
   */
  void update(Step step, Consumer<ListVersionRecord> change) {
    ListVersionRecord row = sql.newRecord(LIST_VERSION);
    change.accept(row);
    row.setVersion(step.expectedVersion() + 1);
    int written =
        sql.update(LIST_VERSION)
            .set(row)
            .where(LIST_VERSION.DISTRICT_ID.eq(scope.district()))
            .and(LIST_VERSION.ID.eq(step.id()))
            .and(LIST_VERSION.VERSION.eq(step.expectedVersion()))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  void write(long versionId, List<ListEntry> entries) {
    sql.deleteFrom(LIST_ENTRY)
        .where(LIST_ENTRY.DISTRICT_ID.eq(scope.district()), LIST_ENTRY.VERSION_ID.eq(versionId))
        .execute();
    int seq = 0;
    var rows = new ArrayList<ListEntryRecord>();
    for (ListEntry entry : entries) {
      var row = sql.newRecord(LIST_ENTRY);
      row.setDistrictId(scope.district());
      row.setVersionId(versionId);
      row.setSeq(++seq);
      row.setCode(entry.code());
      row.setName(entry.name());
      row.setUnitName(entry.unitName());
      row.setBasis(entry.basis());
      row.setContent(entry.content());
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      sql.insertInto(LIST_ENTRY).set(rows).execute();
    }
  }
}
