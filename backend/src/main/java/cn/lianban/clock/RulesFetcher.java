package cn.lianban.clock;

import cn.lianban.api.types.ClockRulesSetInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A district's rules of the clock in the API. */
@DgsComponent
class RulesFetcher {
  private final RulesDesk desk;

  RulesFetcher(RulesDesk desk) {
    this.desk = desk;
  }

  @DgsQuery
  RulesDesk.Rules clockRules() {
    return desk.rules();
  }

  @DgsMutation
  Payload clockRulesSet(@InputArgument ClockRulesSetInput input) {
    RulesDesk.Wanted wanted =
        new RulesDesk.Wanted(
            input.getExpectedVersion(),
            input.getYellowPerMille(),
            input.getEffectiveFrom(),
            input.getMoveOffDays());
    return Refusals.payload(
        () -> {
          Integer moved = desk.set(wanted, input.getIdempotencyKey(), input);
          return new Payload(desk.rules(), moved, List.of());
        },
        errors -> new Payload(null, null, errors));
  }

  record Payload(
      RulesDesk.@Nullable Rules rules, @Nullable Integer movedDuties, List<UserError> userErrors) {}
}
