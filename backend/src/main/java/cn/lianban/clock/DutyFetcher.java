package cn.lianban.clock;

import cn.lianban.api.types.DutyFilter;
import cn.lianban.api.types.DutyOrder;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.PageInfo;
import cn.lianban.identity.Person;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Duties in the API. */
@DgsComponent
class DutyFetcher {
  private final Duties duties;
  private final DutyQueries queries;
  private final DutyLists lists;
  private final Now now;
  private final Ahead ahead;

  DutyFetcher(Duties duties, DutyQueries queries, DutyLists lists, Now now, Ahead ahead) {
    this.duties = duties;
    this.queries = queries;
    this.lists = lists;
    this.now = now;
    this.ahead = ahead;
  }

  /** A page, and what it was asked by, for the count. */
  record Connection(List<Duty> nodes, PageInfo pageInfo, DutyQueries.Filter filter) {}

  @DgsQuery(field = "duties")
  Connection list(
      @InputArgument @Nullable DutyFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable DutyOrder orderBy,
      DataFetchingEnvironment env) {
    DutyQueries.Filter asked = lists.asked(filter);
    Page<Duty> page = lists.page(asked, orderBy, first, after);
    ahead.ofPage(env, Duty.class, page.nodes());
    return new Connection(page.nodes(), page.pageInfo(), asked);
  }

  @DgsQuery
  @Nullable Duty duty(@InputArgument String id) {
    return duties.find(Ids.parse(Duty.KIND, id)).orElse(null);
  }

  @DgsData(parentType = "DutyConnection")
  int totalCount(DataFetchingEnvironment env) {
    return queries.count(Objects.requireNonNull(env.<Connection>getSource()).filter());
  }

  /** The record it is about, as a node id. */
  @DgsData(parentType = "Duty")
  String about(DataFetchingEnvironment env) {
    Duty duty = duty(env);
    return Ids.of(duty.subjectKind(), duty.subjectId());
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<Unit> ownerUnit(DataFetchingEnvironment env) {
    return Loads.one(env, "units", duty(env).ownerUnitId());
  }

  @DgsData(parentType = "Duty")
  @Nullable CompletableFuture<Person> assignee(DataFetchingEnvironment env) {
    Long assignee = duty(env).assigneeId();
    return assignee == null ? null : Loads.one(env, "people", assignee);
  }

  @DgsData(parentType = "Segment")
  CompletableFuture<Unit> holder(DataFetchingEnvironment env) {
    int holder = Objects.requireNonNull(env.<Segment>getSource()).holderUnitId();
    return Loads.one(env, "units", holder);
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<Integer> consumed(DataFetchingEnvironment env) {
    Duty duty = duty(env);
    return duty.closedAt() == null
        ? reckoning(env).thenApply(r -> r.consumed(now.instant()))
        : CompletableFuture.completedFuture(duty.consumedWhenStopped());
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<List<TraceDay>> trace(DataFetchingEnvironment env) {
    return reckoning(env).thenApply(r -> r.trace(now.today()));
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<List<Suspension>> suspensions(DataFetchingEnvironment env) {
    return Loads.one(env, DutyLoaders.SUSPENSIONS, duty(env));
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<List<Segment>> segments(DataFetchingEnvironment env) {
    return Loads.one(env, DutyLoaders.SEGMENTS, duty(env));
  }

  @DgsData(parentType = "Duty")
  CompletableFuture<List<ClockEvent>> events(DataFetchingEnvironment env) {
    return Loads.one(env, DutyLoaders.EVENTS, duty(env));
  }

  private static CompletableFuture<Reckoning> reckoning(DataFetchingEnvironment env) {
    return Loads.one(env, DutyLoaders.RECKONINGS, duty(env));
  }

  private static Duty duty(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Duty>getSource());
  }
}
