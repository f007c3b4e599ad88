package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM_VERSION;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.catalog.tables.records.ItemVersionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A version of an item on its way: drafted, sent, reviewed, given up. */
@Component
class Drafts {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Editors editors;
  private final Items items;
  private final MaterialQueries materials;
  private final VersionQueries versions;
  private final VersionRows rows;

  Drafts(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Editors editors,
      Items items,
      MaterialQueries materials,
      VersionQueries versions,
      VersionRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.editors = editors;
    this.items = items;
    this.materials = materials;
    this.versions = versions;
    this.rows = rows;
  }

  /** One step on a version, with what makes it safe to repeat. */
  record Step(String key, Object input, long id, int expectedVersion) {}

  /**
   * Opens a draft that says what the version in force says.
   *
   * @return its id
   * @throws Rejected NOT_FOUND, DRAFT_OPEN when there is one on its way
   */
  long open(String key, Object input, long itemId) {
    editors.requireDrafter();
    return once.run(key, input, () -> open(itemId)).id();
  }

  private long open(long itemId) {
    Item item = items.find(itemId).orElseThrow(() -> missing("itemId", "没有这个事项"));
    editors.checkDrafter(item.unitId());
    List<ItemVersion> known = versions.ofItem(itemId);
    if (known.stream().anyMatch(version -> version.state().isOpen())) {
      throw draftOpen();
    }
    // of an item that was never published it begins with what was given up last
    ItemVersion current =
        known.stream().filter(ItemVersion::inForce).findFirst().orElseGet(known::getFirst);
    int no = known.getFirst().no() + 1;
    long id = drafted(itemId, no, current.content());
    rows.materials(new EditionKey(itemId, no), materials.of(new EditionKey(itemId, current.no())));
    record("item.draft", itemId, no);
    return id;
  }

  /** Two at once: the database lets one open draft stand. */
  private long drafted(long itemId, int no, ItemContent content) {
    try {
      return rows.draft(itemId, no, content, editors.account());
    } catch (IntegrityConstraintViolationException somebodyWasFaster) {
      throw draftOpen();
    }
  }

  private static Rejected draftOpen() {
    return new Rejected("DRAFT_OPEN", "itemId", "该事项已有在拟的版本");
  }

  /**
   * Writes the whole content.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT, WRONG_STATE when it has been sent
   */
  long save(Step step, ItemContent content, List<Material> materials) {
    editors.requireDrafter();
    return change(
        step,
        version -> {
          editors.checkDrafter(version.unitId());
          if (version.state() != Publication.DRAFT) {
            throw wrongState();
          }
          write(version, step, row -> VersionRows.fill(row, content));
          rows.materials(new EditionKey(version.itemId(), version.no()), materials);
          record("item.draft-save", version.itemId(), version.no());
        });
  }

  /** Sends to legal review; refusals as of {@link #save}. */
  long send(Step step) {
    editors.requireDrafter();
    return change(
        step,
        version -> {
          editors.checkDrafter(version.unitId());
          move(version, step, Publication.IN_REVIEW, row -> row.setSentAt(now.instant()));
        });
  }

  /** Gives a draft up; refusals as of {@link #save}. */
  long withdraw(Step step) {
    editors.requireDrafter();
    return change(
        step,
        version -> {
          editors.checkDrafter(version.unitId());
          move(version, step, Publication.WITHDRAWN, row -> {});
        });
  }

  /**
   * The legal reviewer's word: passed, or back to the drafter with an opinion.
   *
   * @throws Rejected REQUIRED opinion, OWN_DRAFT; else as of {@link #save}
   */
  long review(Step step, boolean passed, @Nullable String typed) {
    editors.requireReviewer();
    String opinion =
        passed ? Texts.optional(typed, 2000, "opinion") : Texts.required(typed, 2000, "opinion");
    return change(
        step,
        version -> {
          if (!editors.mayReview(version.trail().draftedBy())) {
            throw new Rejected("OWN_DRAFT", null, "不能审核自己起草的版本");
          }
          Publication next = passed ? Publication.REVIEWED : Publication.DRAFT;
          move(
              version,
              step,
              next,
              row -> {
                row.setReviewedBy(editors.account());
                row.setReviewedAt(now.instant());
                row.setOpinion(opinion);
              });
        });
  }

  /** Runs a step once, on the version as it stands. */
  long change(Step step, Consumer<ItemVersion> work) {
    return once.run(
            step.key(),
            step.input(),
            () -> {
              work.accept(versions.find(step.id()).orElseThrow(() -> missing("id", "没有这个版本")));
              return step.id();
            })
        .id();
  }

  /** Brings a version into its next state, or refuses. */
  void move(ItemVersion version, Step step, Publication next, Consumer<ItemVersionRecord> more) {
    if (!version.state().mayBecome(next)) {
      throw wrongState();
    }
    write(
        version,
        step,
        row -> {
          row.setState(next.name());
          more.accept(row);
        });
    record(
        "item.version-" + next.name().toLowerCase(java.util.Locale.ROOT),
        version.itemId(),
        version.no());
  }

  private void write(ItemVersion version, Step step, Consumer<ItemVersionRecord> change) {
    ItemVersionRecord row = sql.newRecord(ITEM_VERSION);
    change.accept(row);
    row.setVersion(step.expectedVersion() + 1);
    int written =
        sql.update(ITEM_VERSION)
            .set(row)
            .where(ITEM_VERSION.DISTRICT_ID.eq(scope.district()))
            .and(ITEM_VERSION.ID.eq(version.id()))
            .and(ITEM_VERSION.VERSION.eq(step.expectedVersion()))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  private void record(String action, long itemId, int no) {
    audit.record(action, "item:" + itemId, Map.of("no", no));
  }

  static Rejected missing(String field, String words) {
    return new Rejected("NOT_FOUND", field, words);
  }

  private static Rejected wrongState() {
    return new Rejected("WRONG_STATE", null, "该版本当前状态不允许此操作");
  }
}
