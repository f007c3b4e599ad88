package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_TERM;
import static cn.lianban.db.catalog.Tables.ITEM_VERSION;
import static cn.lianban.db.catalog.Tables.MATERIAL;

import cn.lianban.clock.BudgetUnit;
import cn.lianban.db.catalog.tables.records.ItemVersionRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes versions of items, their materials and what the item is found by. */
@Component
class VersionRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  VersionRows(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Version 1 of an imported item: in force at once, without anybody's review. */
  void first(long itemId, NewItem item) {
    var row = sql.newRecord(ITEM_VERSION);
    row.setDistrictId(scope.district());
    row.setItemId(itemId);
    row.setNo(1);
    row.setState(Publication.PUBLISHED.name());
    row.setDraftedAt(now.instant());
    row.setPublishedAt(now.instant());
    row.setEffectiveOn(now.today());
    fill(row, ItemContent.of(item));
    row.insert();
    index(itemId, item.code(), item.name());
  }

  /** A version in force from today on that a file brought; answers its id. */
  long imported(long itemId, int no, ItemContent content, @Nullable Long by, String document) {
    var row = sql.newRecord(ITEM_VERSION);
    row.setDistrictId(scope.district());
    row.setItemId(itemId);
    row.setNo(no);
    row.setState(Publication.PUBLISHED.name());
    row.setDraftedBy(by);
    row.setDraftedAt(now.instant());
    row.setPublishedBy(by);
    row.setPublishedAt(now.instant());
    row.setDocumentNo(document);
    row.setEffectiveOn(now.today());
    fill(row, content);
    row.insert();
    return row.getId();
  }

  /** Inserts a draft behind all versions there are; answers its id. */
  long draft(long itemId, int no, ItemContent content, @Nullable Long by) {
    var row = sql.newRecord(ITEM_VERSION);
    row.setDistrictId(scope.district());
    row.setItemId(itemId);
    row.setNo(no);
    row.setState(Publication.DRAFT.name());
    row.setDraftedBy(by);
    row.setDraftedAt(now.instant());
    fill(row, content);
    row.insert();
    return row.getId();
  }

  static void fill(ItemVersionRecord row, ItemContent content) {
    row.setName(content.name());
    row.setMainItem(content.mainItem());
    row.setApprovalType(content.approvalType().name());
    row.setStatutoryLimit(content.statutoryLimit());
    row.setPromisedLimit(content.promisedLimit());
    row.setLimitUnit(content.limitUnit().name());
    row.setLegalBasis(content.legalBasis());
    row.setConditions(content.conditions().toArray(String[]::new));
    row.setSteps(content.steps().toArray(String[]::new));
    row.setVisits(content.visits());
    row.setFee(content.fee());
    row.setOnlineDepth(content.onlineDepth().name());
    row.setContact(content.contact());
    row.setDemo(content.demo());
  }

  void copyMaterials(EditionKey from, int to) {
    sql.insertInto(
            MATERIAL,
            MATERIAL.DISTRICT_ID,
            MATERIAL.ITEM_ID,
            MATERIAL.EDITION,
            MATERIAL.SEQ,
            MATERIAL.NAME,
            MATERIAL.REQUIRED,
            MATERIAL.DEMO,
            MATERIAL.ISSUER,
            MATERIAL.REUSE,
            MATERIAL.REUSE_DAYS)
        .select(
            DSL.select(
                    MATERIAL.DISTRICT_ID,
                    MATERIAL.ITEM_ID,
                    DSL.val(to),
                    MATERIAL.SEQ,
                    MATERIAL.NAME,
                    MATERIAL.REQUIRED,
                    MATERIAL.DEMO,
                    MATERIAL.ISSUER,
                    MATERIAL.REUSE,
                    MATERIAL.REUSE_DAYS)
                .from(MATERIAL)
                .where(MATERIAL.DISTRICT_ID.eq(scope.district()))
                .and(MATERIAL.ITEM_ID.eq(from.itemId()))
                .and(MATERIAL.EDITION.eq(from.edition())))
        .execute();
  }

  /** The materials of a version that is a draft are these, in this order. */
  void materials(EditionKey key, List<Material> wanted) {
    sql.deleteFrom(MATERIAL)
        .where(MATERIAL.DISTRICT_ID.eq(scope.district()), MATERIAL.ITEM_ID.eq(key.itemId()))
        .and(MATERIAL.EDITION.eq(key.edition()))
        .execute();
    var rows = wanted.stream().map(one -> row(key, one, wanted.indexOf(one) + 1)).toList();
    if (!rows.isEmpty()) {
      sql.insertInto(MATERIAL).set(rows).execute();
    }
  }

  private Record row(EditionKey key, Material material, int seq) {
    var row = sql.newRecord(MATERIAL);
    row.setDistrictId(scope.district());
    row.setItemId(key.itemId());
    row.setEdition(key.edition());
    row.setSeq(seq);
    row.setName(material.name());
    row.setRequired(material.required());
    row.setDemo(material.demo());
    row.setIssuer(material.issuer());
    row.setReuse(material.reuse().name());
    row.setReuseDays(material.reuseDays());
    return row;
  }

  /** In the version in force. */
  void setLimits(
      long itemId,
      ApprovalType approvalType,
      @Nullable Integer statutory,
      int promised,
      BudgetUnit unit,
      boolean demo) {
    sql.update(ITEM_VERSION)
        .set(ITEM_VERSION.APPROVAL_TYPE, approvalType.name())
        .set(ITEM_VERSION.STATUTORY_LIMIT, statutory)
        .set(ITEM_VERSION.PROMISED_LIMIT, promised)
        .set(ITEM_VERSION.LIMIT_UNIT, unit.name())
        .set(ITEM_VERSION.DEMO, demo)
        .where(ITEM_VERSION.DISTRICT_ID.eq(scope.district()), ITEM_VERSION.ITEM_ID.eq(itemId))
        .and(ITEM_VERSION.NO.eq(edition(itemId)))
        .execute();
  }

  private Field<Integer> edition(long itemId) {
    return DSL.field(
        DSL.select(ITEM.EDITION)
            .from(ITEM)
            .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(itemId)));
  }

  /** The item is found by this name and no other. */
  void index(long itemId, String code, String name) {
    sql.deleteFrom(ITEM_TERM)
        .where(ITEM_TERM.DISTRICT_ID.eq(scope.district()), ITEM_TERM.ITEM_ID.eq(itemId))
        .execute();
    var term = DSL.field(DSL.name("term"), String.class);
    String[] terms = ItemTerms.of(code, name).toArray(String[]::new);
    sql.insertInto(ITEM_TERM, ITEM_TERM.DISTRICT_ID, ITEM_TERM.ITEM_ID, ITEM_TERM.TERM)
        .select(
            DSL.select(DSL.val(scope.district()), DSL.val(itemId), term)
                .from(DSL.unnest(terms).as("terms", "term")))
        .execute();
  }
}
