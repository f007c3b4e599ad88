package cn.lianban.supervision;

import cn.lianban.api.types.AlertSeenInput;
import cn.lianban.api.types.AlertsAppealInput;
import cn.lianban.api.types.AlertsJudgeInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.supervision.Alert.Ground;
import cn.lianban.supervision.AlertDesk.ManyCall;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Many alerts at once in the API. */
@DgsComponent
class AlertsFetcher {
  private final AlertDesk desk;
  private final AlertQueries queries;

  AlertsFetcher(AlertDesk desk, AlertQueries queries) {
    this.desk = desk;
    this.queries = queries;
  }

  @DgsMutation
  AlertsPayload alertsAppeal(@InputArgument AlertsAppealInput input) {
    Map<Long, Integer> seen = seen(input.getAlerts());
    ManyCall call = new ManyCall(input.getIdempotencyKey(), seen, input);
    Ground ground = Ground.valueOf(input.getGround().name());
    return payload(call, () -> desk.appealAll(call, ground, input.getReason()));
  }

  @DgsMutation
  AlertsPayload alertsJudge(@InputArgument AlertsJudgeInput input) {
    Map<Long, Integer> seen = seen(input.getAlerts());
    ManyCall call = new ManyCall(input.getIdempotencyKey(), seen, input);
    return payload(call, () -> desk.judgeAll(call, input.getAccept(), input.getNote()));
  }

  private static Map<Long, Integer> seen(List<AlertSeenInput> alerts) {
    Map<Long, Integer> seen = new LinkedHashMap<>();
    alerts.forEach(one -> seen.put(Ids.parse(Alert.KIND, one.getId()), one.getExpectedVersion()));
    return seen;
  }

  private AlertsPayload payload(ManyCall call, Supplier<List<AlertDesk.Left>> mutation) {
    return Refusals.payload(
        () -> {
          List<AlertDesk.Left> left = mutation.get();
          Set<Long> stay = left.stream().map(AlertDesk.Left::id).collect(Collectors.toSet());
          List<Alert> done =
              queries.byIds(call.seen().keySet()).stream()
                  .filter(one -> !stay.contains(one.id()))
                  .toList();
          List<AlertLeft> told = left.stream().map(one -> AlertLeft.of(one, call)).toList();
          return new AlertsPayload(done, told, List.of());
        },
        errors -> new AlertsPayload(List.of(), List.of(), errors));
  }

  record AlertLeft(int place, String code, String message) {
    static AlertLeft of(AlertDesk.Left left, ManyCall call) {
      UserError why = left.why().toUserError();
      return new AlertLeft(left.place(call), why.code(), why.message());
    }
  }

  record AlertsPayload(List<Alert> alerts, List<AlertLeft> left, List<UserError> userErrors) {}
}
