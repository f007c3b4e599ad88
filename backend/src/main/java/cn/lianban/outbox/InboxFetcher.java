package cn.lianban.outbox;

import cn.lianban.api.types.InboxFilter;
import cn.lianban.api.types.InboxReadAllInput;
import cn.lianban.api.types.InboxReadInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inbox in the API. */
@DgsComponent
class InboxFetcher {
  private final Inbox inbox;
  private final NoticeKinds kinds;

  InboxFetcher(Inbox inbox, NoticeKinds kinds) {
    this.inbox = inbox;
    this.kinds = kinds;
  }

  @DgsQuery
  Page<Inbox.Line> inbox(
      @InputArgument @Nullable InboxFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    Boolean unread = filter == null ? null : filter.getUnread();
    String kind = filter == null ? null : filter.getKind();
    return inbox.lines(unread, kind, first, after);
  }

  @DgsQuery
  int inboxUnread() {
    return inbox.unread();
  }

  @DgsQuery
  List<NoticeKind> noticeKinds() {
    return kinds.all();
  }

  @DgsMutation
  Payload inboxRead(@InputArgument InboxReadInput input) {
    return Refusals.payload(
        () -> {
          List<Long> ids =
              input.getIds().stream().map(id -> Ids.parse(Inbox.Line.KIND, id)).toList();
          inbox.read(ids, input.getIdempotencyKey(), input);
          return new Payload(inbox.unread(), List.of());
        },
        errors -> new Payload(null, errors));
  }

  @DgsMutation
  Payload inboxReadAll(@InputArgument InboxReadAllInput input) {
    return Refusals.payload(
        () -> {
          long last = Ids.parse(Inbox.Line.KIND, input.getUpToId());
          inbox.readUpTo(last, input.getIdempotencyKey(), input);
          return new Payload(inbox.unread(), List.of());
        },
        errors -> new Payload(null, errors));
  }

  record Payload(@Nullable Integer unread, List<UserError> userErrors) {}
}
