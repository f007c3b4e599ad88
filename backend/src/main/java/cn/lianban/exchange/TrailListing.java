package cn.lianban.exchange;

import cn.lianban.api.types.AuditOrder;
import cn.lianban.audit.AuditEntry;
import cn.lianban.audit.AuditReading;
import cn.lianban.graphql.Page;
import java.util.List;
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
                    .with("actor", entry.actor())
                    .with("action", entry.action())
                    .with("subject", entry.subject())
                    .with("facts", entry.facts())
                    .with("sealed", selection.word("sealed", String.valueOf(entry.sealed()))))
        .toList();
  }
}
