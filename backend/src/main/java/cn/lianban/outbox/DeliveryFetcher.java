package cn.lianban.outbox;

import cn.lianban.api.types.NoticeDeliveryFilter;
import cn.lianban.api.types.NoticeDeliveryOrder;
import cn.lianban.api.types.NoticeDeliveryRetryInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The delivery log in the API. */
@DgsComponent
class DeliveryFetcher {
  private final DeliveryLog deliveries;
  private final DeliveryDesk desk;

  DeliveryFetcher(DeliveryLog deliveries, DeliveryDesk desk) {
    this.deliveries = deliveries;
    this.desk = desk;
  }

  @DgsQuery
  Page<DeliveryLog.Sent> noticeDeliveries(
      @InputArgument @Nullable NoticeDeliveryFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable NoticeDeliveryOrder orderBy) {
    boolean oldestFirst = orderBy == NoticeDeliveryOrder.AT;
    if (filter == null) {
      return deliveries.page(null, null, null, oldestFirst, first, after);
    }
    var state = filter.getState();
    var channel = filter.getChannel();
    return deliveries.page(
        state == null ? null : state.name(),
        channel == null ? null : channel.name(),
        filter.getKind(),
        oldestFirst,
        first,
        after);
  }

  @DgsQuery
  Counts noticeDeliveryCounts() {
    Map<String, Integer> counts = deliveries.counts();
    return new Counts(
        counts.getOrDefault(DeliveryState.WAITING.name(), 0),
        counts.getOrDefault(DeliveryState.FAILED.name(), 0));
  }

  @DgsMutation
  Payload noticeDeliveryRetry(@InputArgument NoticeDeliveryRetryInput input) {
    return Refusals.payload(
        () -> {
          long id = Ids.parse(DeliveryLog.Sent.KIND, input.getId());
          desk.retry(id, input.getExpectedVersion(), input.getIdempotencyKey(), input);
          return new Payload(deliveries.find(id).orElse(null), List.of());
        },
        errors -> new Payload(null, errors));
  }

  /** What waits and what failed. */
  record Counts(int waiting, int failed) {}

  record Payload(DeliveryLog.@Nullable Sent delivery, List<UserError> userErrors) {}
}
