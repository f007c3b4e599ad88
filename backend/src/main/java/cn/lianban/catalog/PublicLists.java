package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.PUBLIC_LIST;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.db.catalog.tables.records.ListVersionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Power, negative and responsibility lists on the same way as items: drafted by the administrator,
 * passed by the legal reviewer, published under a document.
 */
@Component
class PublicLists {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Editors editors;
  private final ListQueries queries;
  private final ListRows rows;

  PublicLists(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Editors editors,
      ListQueries queries,
      ListRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.editors = editors;
    this.queries = queries;
    this.rows = rows;
  }

  /**
   * Opens the next version of a list as a copy of its newest published one.
   *
   * @throws Rejected NOT_FOUND, DRAFT_OPEN
   */
  long open(String key, Object input, long listId) {
    editors.requirePublisher();
    return once.run(key, input, () -> openOnce(listId)).id();
  }

  private long openOnce(long listId) {
    List<ListVersion> known = queries.ofList(listId);
    if (known.isEmpty()) {
      throw Drafts.missing("listId", "没有这份清单");
    }
    if (known.stream().anyMatch(version -> version.state().isOpen())) {
      throw new Rejected("DRAFT_OPEN", "listId", "该清单已有在拟的版本");
    }
    long id = rows.insert(listId, known.getFirst().no() + 1);
    known.stream()
        .filter(ListVersion::inForce)
        .findFirst()
        .ifPresent(
            current ->
                rows.write(
                    id,
                    queries.entries(List.of(current.id())).getOrDefault(current.id(), List.of())));
    return id;
  }

  /**
   * Opens the first version of a new list.
   *
   * @throws Rejected REQUIRED, TOO_LONG, TAKEN when the district has one of that kind and title
   */
  long found(String key, Object input, @Nullable ListKind kind, @Nullable String typed) {
    editors.requirePublisher();
    if (kind == null) {
      throw new Rejected("REQUIRED", "kind", "必填");
    }
    String title = Texts.required(typed, 300, "title");
    return once.run(
            key,
            input,
            () -> {
              var list =
                  sql.insertInto(PUBLIC_LIST)
                      .set(PUBLIC_LIST.DISTRICT_ID, scope.district())
                      .set(PUBLIC_LIST.KIND, kind.name())
                      .set(PUBLIC_LIST.TITLE, title)
                      .onConflictDoNothing()
                      .returning(PUBLIC_LIST.ID)
                      .fetchOptional();
              return rows.insert(
                  list.orElseThrow(() -> new Rejected("TAKEN", "title", "已有同名清单")).getId(), 1);
            })
        .id();
  }

  /**
   * Writes all entries of a draft.
   *
   * @throws Rejected NOT_FOUND, REQUIRED, TOO_LONG, WRONG_STATE, VERSION_CONFLICT
   */
  long save(Step step, List<ListEntry> entries) {
    editors.requirePublisher();
    return change(
        step,
        version -> {
          if (version.state() != Publication.DRAFT) {
            throw wrongState();
          }
          rows.update(step, row -> {});
          rows.write(version.id(), entries);
        });
  }

  /** Sends to legal review; refusals as of {@link #save}, and EMPTY. */
  long send(Step step) {
    editors.requirePublisher();
    return change(
        step,
        version -> {
          if (queries.entries(List.of(version.id())).isEmpty()) {
            throw new Rejected("EMPTY", null, "清单没有内容，不能送审");
          }
          move(version, step, Publication.IN_REVIEW, row -> row.setSentAt(now.instant()));
        });
  }

  long withdraw(Step step) {
    editors.requirePublisher();
    return change(step, version -> move(version, step, Publication.WITHDRAWN, row -> {}));
  }

  /**
   * The legal reviewer's word; refusals as of {@link #save}, and OWN_DRAFT.
   *
   * @param typed required when sent back
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
          move(
              version,
              step,
              passed ? Publication.REVIEWED : Publication.DRAFT,
              row -> {
                row.setReviewedBy(editors.account());
                row.setReviewedAt(now.instant());
                row.setOpinion(opinion);
              });
        });
  }

  /** Publishes at once; refusals as of {@link #save}. */
  long publish(Step step, String document) {
    editors.requirePublisher();
    String paper = Texts.required(document, 200, "documentNo");
    return change(
        step,
        version ->
            move(
                version,
                step,
                Publication.PUBLISHED,
                row -> {
                  row.setPublishedBy(editors.account());
                  row.setPublishedAt(now.instant());
                  row.setDocumentNo(paper);
                  row.setEffectiveOn(now.today());
                }));
  }

  private long change(Step step, Consumer<ListVersion> work) {
    return once.run(
            step.key(),
            step.input(),
            () -> {
              work.accept(
                  queries.find(step.id()).orElseThrow(() -> Drafts.missing("id", "没有这个版本")));
              return step.id();
            })
        .id();
  }

  private void move(
      ListVersion version, Step step, Publication next, Consumer<ListVersionRecord> more) {
    if (!version.state().mayBecome(next)) {
      throw wrongState();
    }
    rows.update(
        step,
        row -> {
          row.setState(next.name());
          more.accept(row);
        });
    String verb = next.name().toLowerCase(Locale.ROOT);
    audit.record("list." + verb, "list:" + version.listId(), Map.of("no", version.no()));
  }

  private static Rejected wrongState() {
    return new Rejected("WRONG_STATE", null, "该版本当前状态不允许此操作");
  }
}
