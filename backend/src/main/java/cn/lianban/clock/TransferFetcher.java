package cn.lianban.clock;

import cn.lianban.api.types.DutyTransferInput;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.identity.Person;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One duty into a colleague's hands, in the API. */
@DgsComponent
class TransferFetcher {
  private final DutyTransfers transfers;
  private final Duties duties;

  TransferFetcher(DutyTransfers transfers, Duties duties) {
    this.transfers = transfers;
    this.duties = duties;
  }

  @DgsMutation
  Payload dutyTransfer(@InputArgument DutyTransferInput input) {
    return Refusals.payload(
        () -> new Payload(duties.find(transfers.transfer(input)).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  @DgsData(parentType = "Duty")
  boolean viewerCanTransfer(DataFetchingEnvironment env) {
    return transfers.may(Objects.requireNonNull(env.<Duty>getSource()));
  }

  @DgsData(parentType = "ClockEvent")
  @Nullable CompletableFuture<Person> by(DataFetchingEnvironment env) {
    return person(env, event(env).byId());
  }

  @DgsData(parentType = "ClockEvent")
  @Nullable CompletableFuture<Person> from(DataFetchingEnvironment env) {
    return person(env, event(env).fromId());
  }

  @DgsData(parentType = "ClockEvent")
  @Nullable CompletableFuture<Person> to(DataFetchingEnvironment env) {
    return person(env, event(env).toId());
  }

  private static @Nullable CompletableFuture<Person> person(
      DataFetchingEnvironment env, @Nullable Long id) {
    return id == null ? null : Loads.one(env, "people", id);
  }

  private static ClockEvent event(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ClockEvent>getSource());
  }

  record Payload(@Nullable Duty duty, List<UserError> userErrors) {}
}
