package cn.lianban.outbox;

import cn.lianban.api.types.NoticeChannelSaveInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The district's ways out in the API. */
@DgsComponent
class ChannelFetcher {
  private final ChannelDesk desk;

  ChannelFetcher(ChannelDesk desk) {
    this.desk = desk;
  }

  @DgsQuery
  List<Channel> noticeChannels() {
    return desk.all();
  }

  @DgsMutation
  Payload noticeChannelSave(@InputArgument NoticeChannelSaveInput input) {
    return Refusals.payload(
        () -> new Payload(desk.save(wanted(input), input.getIdempotencyKey(), input), List.of()),
        errors -> new Payload(null, errors));
  }

  private static ChannelDesk.Wanted wanted(NoticeChannelSaveInput input) {
    String id = input.getId();
    return new ChannelDesk.Wanted(
        id == null ? null : Ids.parse(Channel.ID, id),
        input.getExpectedVersion(),
        Channel.Kind.valueOf(input.getKind().name()),
        input.getName(),
        input.getAddress(),
        input.getSecret(),
        input.getKinds(),
        input.getEnabled());
  }

  @DgsData(parentType = "NoticeChannel", field = "id")
  String channelId(DataFetchingEnvironment env) {
    return Ids.of(Channel.ID, Objects.requireNonNull(env.<Channel>getSource()).id());
  }

  record Payload(@Nullable Channel channel, List<UserError> userErrors) {}
}
