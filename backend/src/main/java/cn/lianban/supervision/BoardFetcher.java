package cn.lianban.supervision;

import cn.lianban.api.types.BoardFilter;
import cn.lianban.clock.Unattended;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The board in the API. */
@DgsComponent
class BoardFetcher {
  private final Boards boards;
  private final Unattended unattended;

  BoardFetcher(Boards boards, Unattended unattended) {
    this.boards = boards;
    this.unattended = unattended;
  }

  @DgsQuery
  Board board(@InputArgument @Nullable BoardFilter filter) {
    BoardFilter asked = filter == null ? new BoardFilter() : filter;
    return boards.board(
        new Boards.Filter(
            asked.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, asked.getUnitId()),
            asked.getSubDistrictId() == null
                ? null
                : Ids.parseInt(SubDistrict.KIND, asked.getSubDistrictId()),
            asked.getKind() == null ? null : asked.getKind().name(),
            asked.getFromMonth(),
            asked.getToMonth(),
            Boolean.TRUE.equals(asked.getAsToday())));
  }

  @DgsData(parentType = "Board")
  int unattendedUnits(DataFetchingEnvironment env) {
    Set<Integer> shown = Objects.requireNonNull(env.<Board>getSource()).units();
    return (int)
        unattended.queues().stream().filter(queue -> shown.contains(queue.unitId())).count();
  }
}
