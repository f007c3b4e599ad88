package cn.lianban.exchange;

import cn.lianban.graphql.Page;
import cn.lianban.outbox.Inbox;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's own inbox, as his screen shows it. */
@Component
class InboxListing extends ScreenListing<Inbox.Line> {
  private static final String MESSAGE = "message";
  private static final String STATE = "state";
  private final Inbox inbox;

  InboxListing(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "inbox-lines";
  }

  @Override
  public String title() {
    return "消息";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("at", "时间"),
        Column.text("kind", "类别"),
        Column.text(MESSAGE, "消息"),
        Column.text(STATE, "状态"));
  }

  /** Everybody his own. */
  @Override
  public void authoriseExport() {}

  @Override
  protected Page<Inbox.Line> page(Selection selection, int first, @Nullable String after) {
    String show = selection.filter("show");
    return inbox.lines(
        show == null ? null : show.equals("unread"), selection.filter("kind"), first, after);
  }

  @Override
  protected List<Row> rows(List<Inbox.Line> nodes, Selection selection) {
    return nodes.stream()
        .map(
            line ->
                Row.empty()
                    .with("at", moment(line.at()))
                    .with("kind", line.kindWords())
                    .with(MESSAGE, message(line, selection))
                    .with(STATE, selection.word(STATE, line.read() ? "READ" : "UNREAD")))
        .toList();
  }

  /** The screen's words for several in one line have their number's place in them. */
  private static String message(Inbox.Line line, Selection selection) {
    String several = selection.wordOrNothing(MESSAGE, "MORE");
    return Stream.of(
            line.urgent() ? selection.wordOrNothing(MESSAGE, "URGENT") : "",
            line.title(),
            line.count() > 1
                ? several.replace("{count}", String.valueOf(line.count()))
                : line.body())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
