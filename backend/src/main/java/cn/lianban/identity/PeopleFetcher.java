package cn.lianban.identity;

import cn.lianban.api.types.AbsenceEndInput;
import cn.lianban.api.types.AbsenceRecordInput;
import cn.lianban.api.types.WorkHandOverInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Colleagues, absences and hand-overs in the API. */
@DgsComponent
class PeopleFetcher {
  private final People people;
  private final Leave leave;
  private final Viewers viewers;
  private final HandOvers handOvers;
  private final TenantScope scope;

  PeopleFetcher(
      People people, Leave leave, Viewers viewers, HandOvers handOvers, TenantScope scope) {
    this.people = people;
    this.leave = leave;
    this.viewers = viewers;
    this.handOvers = handOvers;
    this.scope = scope;
  }

  @DgsQuery
  List<Person> people(
      @InputArgument @Nullable String unitId, @InputArgument @Nullable String search) {
    return people.working(unitId == null ? null : Ids.parseInt(Unit.KIND, unitId), search);
  }

  @DgsQuery
  int heldWork(@InputArgument @Nullable String accountId, @InputArgument @Nullable String unitId) {
    return handOvers.count(accountId, unitId);
  }

  @DgsMutation
  AbsencePayload absenceRecord(@InputArgument AbsenceRecordInput input) {
    return changed(() -> leave.record(input));
  }

  @DgsMutation
  AbsencePayload absenceEnd(@InputArgument AbsenceEndInput input) {
    return changed(() -> leave.end(input));
  }

  @DgsMutation
  HandOverPayload workHandOver(@InputArgument WorkHandOverInput input) {
    return Refusals.payload(
        () -> new HandOverPayload((int) handOvers.handOver(input), List.of()),
        errors -> new HandOverPayload(null, errors));
  }

  private AbsencePayload changed(LongSupplier change) {
    return Refusals.payload(
        () -> new AbsencePayload(leave.require(change.getAsLong()), List.of()),
        errors -> new AbsencePayload(null, errors));
  }

  @DgsData(parentType = "Person", field = "id")
  String personId(DataFetchingEnvironment env) {
    return Ids.of(Account.KIND, PeopleFetcher.<Person>source(env).id());
  }

  @DgsData(parentType = "Person", field = "posts")
  CompletableFuture<List<Post>> personPosts(DataFetchingEnvironment env) {
    return list(env, PostLoader.NAME, PeopleFetcher.<Person>source(env).id());
  }

  @DgsData(parentType = "Absence", field = "id")
  String absenceId(DataFetchingEnvironment env) {
    return Ids.of(Absence.ID_KIND, PeopleFetcher.<Absence>source(env).id());
  }

  @DgsData(parentType = "Absence")
  CompletableFuture<Person> person(DataFetchingEnvironment env) {
    return Loads.one(env, PeopleLoaders.PEOPLE, PeopleFetcher.<Absence>source(env).accountId());
  }

  @DgsData(parentType = "Absence")
  @Nullable CompletableFuture<Person> deputy(DataFetchingEnvironment env) {
    Long deputy = PeopleFetcher.<Absence>source(env).deputyId();
    return deputy == null ? null : Loads.one(env, PeopleLoaders.PEOPLE, deputy);
  }

  @DgsData(parentType = "Account", field = "absences")
  CompletableFuture<List<Absence>> absencesOf(DataFetchingEnvironment env) {
    return list(env, PeopleLoaders.ABSENCES, PeopleFetcher.<Account>source(env).id());
  }

  @DgsData(parentType = "Account", field = "heldWork")
  CompletableFuture<Integer> heldWorkOf(DataFetchingEnvironment env) {
    return Loads.<Long, @Nullable Integer>one(
            env, PeopleLoaders.HELD_WORK, PeopleFetcher.<Account>source(env).id())
        .thenApply(count -> count == null ? 0 : count);
  }

  @DgsData(parentType = "Viewer", field = "id")
  String viewerId(DataFetchingEnvironment env) {
    return Ids.of(Account.KIND, PeopleFetcher.<Viewer>source(env).id());
  }

  @DgsData(parentType = "Viewer", field = "absences")
  List<Absence> ownAbsences(DataFetchingEnvironment env) {
    return viewers.absences(PeopleFetcher.<Viewer>source(env).id());
  }

  @DgsData(parentType = "Viewer")
  List<Absence> standsInFor(DataFetchingEnvironment env) {
    return viewers.standsInFor(PeopleFetcher.<Viewer>source(env).id());
  }

  @DgsData(parentType = "Viewer")
  CompletableFuture<List<Object>> acceptUnits(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Integer, Object>getDataLoader("units"))
        .loadMany(List.copyOf(scope.current().unitsAs(List.of(Role.WINDOW_CLERK.name()))));
  }

  @DgsData(parentType = "Viewer", field = "units")
  CompletableFuture<List<Object>> viewerUnits(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Integer, Object>getDataLoader("units"))
        .loadMany(List.copyOf(scope.current().units()));
  }

  private static <T> CompletableFuture<List<T>> list(
      DataFetchingEnvironment env, String loader, long key) {
    return Loads.<Long, @Nullable List<T>>one(env, loader, key)
        .thenApply(found -> found == null ? List.of() : found);
  }

  private static <T> T source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<T>getSource());
  }

  record AbsencePayload(@Nullable Absence absence, List<UserError> userErrors) {}

  record HandOverPayload(@Nullable Integer moved, List<UserError> userErrors) {}
}
