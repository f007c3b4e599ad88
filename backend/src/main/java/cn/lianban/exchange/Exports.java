package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.OUTGOING;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists out: short ones at once, long ones by the job ({@link ExportLinks} hand them over). */
@Component
class Exports {
  /** More than this is a job. */
  static final int MOST_AT_ONCE = 5_000;

  private static final int LONGEST_WORD = 100;
  private static final int MOST_WORDS = 300;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Outfiles files;
  private final Pending pending;
  private final ExportProgress progress;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Exports(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      Outfiles files,
      Pending pending,
      ExportProgress progress,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.files = files;
    this.pending = pending;
    this.progress = progress;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Writes a short list to this machine's disk.
   *
   * @throws Rejected LARGE when it is a job's work
   */
  Outfile now(String name, OutFormat format, Selection wanted) throws IOException {
    Listing listing = listing(name);
    Selection selection = checked(listing, wanted);
    int[] rows = {0};
    Outfile file =
        files.write(
            listing,
            selection,
            format,
            () -> {
              if (++rows[0] > MOST_AT_ONCE) {
                throw new Rejected("LARGE", null, "超过 5000 行，将在后台生成");
              }
            });
    scope.write(() -> record("export.take", listing, selection, rows[0]));
    return file;
  }

  /** What stands on a screen, as a file; audited like any other list that leaves. */
  Outfile shown(ShownSheet sheet, OutFormat format) throws IOException {
    Outfile file = files.write(sheet, format);
    scope.write(
        () ->
            audit.record(
                "export.shown",
                "screen:" + sheet.name(),
                Map.of("columns", sheet.titles(), "rows", sheet.rows().size())));
    return file;
  }

  /** The columns' headers alone: what a file to import looks like. */
  Outfile template(String name) throws IOException {
    Kind kind = kinds.kind(name);
    kind.authoriseImport();
    return files.template(kind);
  }

  /**
   * Asks for a long list.
   *
   * @return number of the export
   */
  long start(String name, OutFormat format, Selection wanted, String idempotencyKey, Object input) {
    Listing listing = listing(name);
    Selection selection = checked(listing, wanted);
    Scope who = scope.current();
    return once.run(
            idempotencyKey,
            input,
            () -> {
              long id =
                  Objects.requireNonNull(
                      sql.insertInto(OUTGOING)
                          .set(OUTGOING.DISTRICT_ID, who.districtId())
                          .set(OUTGOING.SUB_DISTRICT_ID, who.subDistrictId())
                          .set(OUTGOING.AT_DISTRICT, who.subDistrictId() == null)
                          .set(OUTGOING.ACCOUNT_ID, Accountable.of(who))
                          .set(OUTGOING.LISTING, listing.name())
                          .set(OUTGOING.FORMAT, format.name())
                          .set(OUTGOING.SELECTION, Texts.of(selection))
                          .set(OUTGOING.STATUS, ExportStatus.WAITING.name())
                          .set(OUTGOING.CREATED_AT, now.instant())
                          .returning(OUTGOING.ID)
                          .fetchSingle()
                          .getId());
              pending.add(Pending.Work.EXPORT, id);
              return id;
            })
        .id();
  }

  /** What it is called on the receiver's disk. */
  String fileName(DataExport one) {
    String title = kinds.listing(one.listing()).map(Listing::title).orElse(one.listing());
    return title + "-" + now.today() + "." + one.format().ending();
  }

  long cancel(long id, String idempotencyKey, Object input) {
    return once.run(
            idempotencyKey,
            input,
            () -> {
              if (find(id) == null) {
                throw new Rejected("NOT_FOUND", "input.id", "没有这次导出");
              }
              sql.update(OUTGOING).set(OUTGOING.CANCEL_ASKED, true).where(mine(id)).execute();
              progress.stop(id);
              return id;
            })
        .id();
  }

  /** One's own; null otherwise. */
  @Nullable DataExport find(long id) {
    return sql.selectFrom(OUTGOING).where(mine(id)).fetchOne(DataExport::of);
  }

  /** An export of the caller's own. */
  Condition mine(long id) {
    Scope who = scope.current();
    return OUTGOING
        .DISTRICT_ID
        .eq(who.districtId())
        .and(OUTGOING.ID.eq(id))
        .and(OUTGOING.ACCOUNT_ID.eq(Accountable.of(who)));
  }

  private Listing listing(String name) {
    Listing listing = kinds.listing(name).orElseThrow(() -> Problem.badInput("listing", "没有这个列表"));
    listing.authoriseExport();
    return listing;
  }

  /** No columns named: all of them, in their order. */
  private static Selection checked(Listing listing, Selection wanted) {
    List<String> all = listing.columns().stream().map(Column::key).toList();
    Set<String> once = new HashSet<>(wanted.columns());
    if (!all.containsAll(once) || once.size() != wanted.columns().size()) {
      throw Problem.badInput("columns", "没有这样的列");
    }
    if (wanted.labels() != null) {
      wanted.labels().forEach((column, label) -> check(all.contains(column), label));
    }
    if (!listing.isOfScreen() && !listing.filters().containsAll(wanted.filters().keySet())) {
      throw Problem.badInput("filters", "没有这样的筛选条件");
    }
    return wanted.columns().isEmpty()
        ? new Selection(all, wanted.filters(), wanted.order(), wanted.labels())
        : wanted;
  }

  private static void check(boolean known, Selection.Label label) {
    boolean brief =
        !label.title().isBlank()
            && label.title().length() <= LONGEST_WORD
            && label.words().size() <= MOST_WORDS
            && label.words().values().stream().allMatch(word -> word.length() <= LONGEST_WORD);
    if (!known || !brief) {
      throw Problem.badInput("labels", "列名或用词无效");
    }
  }

  /** What left, by whom; filters by name only, their values may be a person's. */
  void record(String action, Listing listing, Selection selection, int rows) {
    audit.record(
        action,
        "listing:" + listing.name(),
        Map.of(
            "columns",
            selection.columns(),
            "filters",
            selection.filters().keySet().stream().sorted().toList(),
            "rows",
            rows));
  }
}
