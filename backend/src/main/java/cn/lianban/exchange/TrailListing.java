package cn.lianban.exchange;

import cn.lianban.api.types.AuditOrder;
import cn.lianban.audit.AuditActor;
import cn.lianban.audit.AuditActor.Kind;
import cn.lianban.audit.AuditEntry;
import cn.lianban.audit.AuditReading;
import cn.lianban.audit.Named;
import cn.lianban.graphql.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit trail as its screen shows it. */
@Component
class TrailListing extends ScreenListing<AuditEntry> {
  private final AuditReading reading;

  TrailListing(AuditReading reading) {
    this.reading = reading;
  }

  @Override
  public String name() {
    return "audit-trail";
  }

  @Override
  public String title() {
    return "审计";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("at", "时间"),
        Column.text("actor", "操作人"),
        Column.text("action", "操作"),
        Column.text("subject", "对象"),
        Column.text("facts", "内容"),
        Column.text("sealed", "已封存"));
  }

  @Override
  public void authoriseExport() {
    reading.authorise();
  }

  @Override
  protected Page<AuditEntry> page(Selection selection, int first, @Nullable String after) {
    boolean oldestFirst = selection.order(AuditOrder.class) == AuditOrder.AT;
    return reading.entries(
        selection.filter("subject"), selection.filter("action"), oldestFirst, first, after);
  }

  @Override
  protected List<Row> rows(List<AuditEntry> nodes, Selection selection) {
    return nodes.stream()
        .map(
            entry ->
                Row.empty()
                    .with("at", moment(entry.at()))
                    .with("actor", actor(entry, selection))
                    .with("action", action(entry, selection))
                    .with("subject", subject(entry, selection))
                    .with("facts", entry.facts())
                    .with("sealed", selection.word("sealed", String.valueOf(entry.sealed()))))
        .toList();
  }

  /** 周敏 · 区民政局 · account:17. */
  private static String actor(AuditEntry entry, Selection selection) {
    AuditActor by = entry.by();
    String role = by.role() == null ? "" : selection.word("actor", by.role());
    String who = by.name() != null ? by.name() : selection.wordOrNothing("actor", by.kind().name());
    String absent =
        by.absent() == null ? "" : selection.wordOrNothing("actor", "FOR") + " " + by.absent();
    return line(
        by.kind() == Kind.PARTNER ? selection.wordOrNothing("actor", by.kind().name()) : "",
        who,
        by.unit() != null ? by.unit() : role,
        absent.strip(),
        entry.actor());
  }

  private static String action(AuditEntry entry, Selection selection) {
    return line(selection.wordOrNothing("action", entry.action()), entry.action());
  }

  private static String subject(AuditEntry entry, Selection selection) {
    String kind = entry.subject().split(":", 2)[0];
    Named about = entry.about();
    String name = about == null ? null : about.name();
    return line(
        selection.wordOrNothing("subject", kind), name == null ? "" : name, entry.subject());
  }

  /** The words there are, what the seal covers last. */
  private static String line(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
