package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.TAKING_EFFECT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Versions in force: publication under a document, the day they take effect, cancellation. */
@Component
class Editions {
  private static final int DOCUMENT = 200;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Editors editors;
  private final Drafts drafts;
  private final Items items;
  private final VersionQueries versions;
  private final VersionRows rows;
  private final DecisionQueries decisions;

  Editions(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Editors editors,
      Drafts drafts,
      Items items,
      VersionQueries versions,
      VersionRows rows,
      DecisionQueries decisions) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.editors = editors;
    this.drafts = drafts;
    this.items = items;
    this.versions = versions;
    this.rows = rows;
    this.decisions = decisions;
  }

  /**
   * Publishes a reviewed version.
   *
   * @param effectiveOn today or later: cases accepted before stay on the version they know
   * @throws Rejected REQUIRED, TOO_LONG, EFFECTIVE_IN_THE_PAST, WITHOUT_PROMISE (行政许可 without a
   *     promised limit), WRONG_STATE, VERSION_CONFLICT
   */
  long publish(Step step, String document, LocalDate effectiveOn) {
    editors.requirePublisher();
    String paper = Texts.required(document, DOCUMENT, "documentNo");
    return drafts.change(
        step,
        version -> {
          checkDay(effectiveOn);
          if (version.content().promisedLimit() == null) {
            throw new Rejected("WITHOUT_PROMISE", null, "承诺时限未填写，不能发布");
          }
          drafts.move(
              version,
              step,
              Publication.PUBLISHED,
              row -> {
                row.setPublishedBy(editors.account());
                row.setPublishedAt(now.instant());
                row.setDocumentNo(paper);
                row.setEffectiveOn(effectiveOn);
              });
          announce(version.itemId(), effectiveOn);
        });
  }

  /**
   * A version that a file brought: in force today, under the file's document; the materials stay.
   * In the import's transaction, as the person who imports.
   */
  void imported(ItemVersion current, ItemContent content, String document) {
    long item = current.itemId();
    int no = versions.lastNo(item) + 1;
    rows.imported(item, no, content, editors.account(), document);
    rows.copyMaterials(new EditionKey(item, current.no()), no);
    takeEffect(item);
    audit.record("item.version-imported", "item:" + item, Map.of("no", no));
  }

  private void checkDay(LocalDate effectiveOn) {
    if (effectiveOn.isBefore(now.today()) || effectiveOn.isAfter(now.today().plusYears(5))) {
      throw new Rejected("EFFECTIVE_IN_THE_PAST", "effectiveOn", "生效日期须为今天或以后五年内");
    }
  }

  private void announce(long itemId, LocalDate effectiveOn) {
    if (effectiveOn.isAfter(now.today())) {
      sql.insertInto(TAKING_EFFECT)
          .set(TAKING_EFFECT.DISTRICT_ID, scope.district())
          .set(TAKING_EFFECT.ITEM_ID, itemId)
          .set(TAKING_EFFECT.ON_DAY, effectiveOn)
          .onConflictDoNothing()
          .execute();
    }
    takeEffect(itemId);
  }

  /** Brings the item's own row to the version that is in force today. In the caller's work. */
  void takeEffect(long itemId) {
    LocalDate today = now.today();
    sql.deleteFrom(TAKING_EFFECT)
        .where(TAKING_EFFECT.DISTRICT_ID.eq(scope.district()))
        .and(TAKING_EFFECT.ITEM_ID.eq(itemId))
        .and(TAKING_EFFECT.ON_DAY.le(today))
        .execute();
    Item item = items.find(itemId).orElseThrow();
    ItemVersion version = versions.publishedOn(itemId, today).orElse(null);
    if (version == null) {
      announceFirst(itemId); // its first version takes effect later
      return;
    }
    ItemContent said = version.content();
    sql.update(ITEM)
        .set(ITEM.NAME, said.name())
        .set(ITEM.MAIN_ITEM, said.mainItem())
        .set(ITEM.APPROVAL_TYPE, said.approvalType().name())
        .set(ITEM.STATUTORY_LIMIT, said.statutoryLimit())
        .set(ITEM.PROMISED_LIMIT, said.promisedLimit())
        .set(ITEM.LIMIT_UNIT, said.limitUnit().name())
        .set(ITEM.DEMO, said.demo())
        .set(ITEM.EDITION, version.no())
        .set(ITEM.EFFECTIVE_ON, version.trail().effectiveOn())
        .set(ITEM.NEXT_ON, next(itemId))
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(itemId))
        .execute();
    if (!said.name().equals(item.name()) || !item.published()) {
      rows.index(itemId, item.code(), said.name());
    }
  }

  private void announceFirst(long itemId) {
    sql.update(ITEM)
        .set(ITEM.NEXT_ON, next(itemId))
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(itemId))
        .execute();
  }

  private Field<LocalDate> next(long itemId) {
    return DSL.field(
        DSL.select(DSL.min(TAKING_EFFECT.ON_DAY))
            .from(TAKING_EFFECT)
            .where(TAKING_EFFECT.DISTRICT_ID.eq(scope.district()))
            .and(TAKING_EFFECT.ITEM_ID.eq(itemId)));
  }

  /**
   * From a day on the item cannot be accepted; what is under way goes on.
   *
   * @throws Rejected NOT_FOUND, REQUIRED, TOO_LONG, OUT_OF_RANGE, VERSION_CONFLICT, UPPER_DECISION
   *     at on
   */
  long cancel(Step step, LocalDate on, String document) {
    editors.requirePublisher();
    String paper = Texts.required(document, DOCUMENT, "documentNo");
    Texts.within(on.getYear(), 2000, 2199, "on");
    return once.run(step.key(), step.input(), () -> cancelOnce(step, on, paper)).id();
  }

  private long cancelOnce(Step step, LocalDate on, String paper) {
    if (items.find(step.id()).isEmpty()) {
      throw Drafts.missing("id", "没有这个事项");
    }
    refuseToLift(step.id(), on);
    int written =
        sql.update(ITEM)
            .set(ITEM.CANCELLED_ON, on)
            .set(ITEM.CANCEL_DOCUMENT, paper)
            .set(ITEM.VERSION, ITEM.VERSION.plus(1))
            .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(step.id()))
            .and(ITEM.VERSION.eq(step.expectedVersion()))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record("item.cancel", "item:" + step.id(), Map.of("on", on.toString()));
    return step.id();
  }

  /** What an upper level cancelled the district can end earlier, never later. */
  private void refuseToLift(long itemId, LocalDate on) {
    decisions
        .cancelling(itemId)
        .filter(decision -> !on.isBefore(decision.effectiveOn()))
        .ifPresent(
            decision -> {
              throw new Rejected(
                  "UPPER_DECISION",
                  "on",
                  "已由上级决定（"
                      + decision.documentNo()
                      + "）自 "
                      + decision.effectiveOn()
                      + " 起取消，不能改为更晚或另行取消");
            });
  }
}
