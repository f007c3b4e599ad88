package cn.lianban.exchange;

import cn.lianban.api.types.NoticeDeliveryOrder;
import cn.lianban.graphql.Page;
import cn.lianban.outbox.DeliveryLog;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What left the product, as the administrator's screen shows it. */
@Component
class DeliveryListing extends ScreenListing<DeliveryLog.Sent> {
  private static final String CHANNEL = "channel";
  private static final String STATE = "state";
  private static final String ATTEMPTS = "attempts";
  private final DeliveryLog deliveries;

  DeliveryListing(DeliveryLog deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "delivery-log";
  }

  @Override
  public String title() {
    return "发送记录";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("at", "时间"),
        Column.text(CHANNEL, "渠道"),
        Column.text("recipient", "接收人"),
        Column.text("kind", "类别"),
        Column.text("message", "消息"),
        Column.text(STATE, "状态"),
        Column.text(ATTEMPTS, "发送过程"));
  }

  @Override
  public void authoriseExport() {
    deliveries.authorise();
  }

  @Override
  protected Page<DeliveryLog.Sent> page(Selection selection, int first, @Nullable String after) {
    boolean oldestFirst = selection.order(NoticeDeliveryOrder.class) == NoticeDeliveryOrder.AT;
    return deliveries.page(
        selection.filter(STATE),
        selection.filter(CHANNEL),
        selection.filter("kind"),
        oldestFirst,
        first,
        after);
  }

  @Override
  protected List<Row> rows(List<DeliveryLog.Sent> nodes, Selection selection) {
    return nodes.stream()
        .map(
            sent ->
                Row.empty()
                    .with("at", moment(sent.madeAt()))
                    .with(CHANNEL, selection.word(CHANNEL, sent.channel()))
                    .with("recipient", sent.recipient())
                    .with("kind", sent.kindWords())
                    .with("message", sent.title())
                    .with(STATE, selection.word(STATE, sent.state().name()))
                    .with(ATTEMPTS, attempts(sent, selection)))
        .toList();
  }

  private static String attempts(DeliveryLog.Sent sent, Selection selection) {
    return sent.attempts().stream()
        .map(
            one ->
                moment(one.at())
                    + " "
                    + selection.word(ATTEMPTS, one.outcome())
                    + (one.fault() == null ? "" : " " + one.fault()))
        .collect(Collectors.joining("\n"));
  }
}
