package cn.lianban.clock;

import cn.lianban.api.types.DutyFilter;
import cn.lianban.api.types.DutyOrder;
import cn.lianban.clock.DutyQueries.Filter;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of open duties, as screens and exports ask for them. */
@Component
public class DutyLists {
  private final DutyQueries queries;
  private final TenantScope scope;

  DutyLists(DutyQueries queries, TenantScope scope) {
    this.queries = queries;
    this.scope = scope;
  }

  /**
   * One page; by due date when no order is asked for.
   *
   * @throws cn.lianban.graphql.Problem BAD_INPUT
   */
  public Page<Duty> page(
      @Nullable DutyFilter filter, @Nullable DutyOrder order, int first, @Nullable String after) {
    return page(asked(filter), order, first, after);
  }

  Page<Duty> page(Filter asked, @Nullable DutyOrder order, int first, @Nullable String after) {
    return queries.page(asked, order, first, after);
  }

  /** The units the viewer works in when none is named; of one without any every unit in reach. */
  Filter asked(@Nullable DutyFilter wanted) {
    DutyFilter filter = wanted == null ? new DutyFilter() : wanted;
    return new Filter(
        units(filter),
        filter.getKind() == null ? null : filter.getKind().name(),
        filter.getLight() == null ? null : Light.valueOf(filter.getLight().name()),
        filter.getAssigneeId() == null ? null : Ids.parse("Account", filter.getAssigneeId()),
        Boolean.TRUE.equals(filter.getUnassigned()),
        filter.getMark() == null ? null : DutyMark.valueOf(filter.getMark().name()));
  }

  private @Nullable Collection<Integer> units(DutyFilter filter) {
    if (filter.getUnitId() != null) {
      return List.of(Ids.parseInt(Unit.KIND, filter.getUnitId()));
    }
    Collection<Integer> own = scope.current().units();
    return own.isEmpty() || Boolean.TRUE.equals(filter.getAllUnits()) ? null : own;
  }
}
