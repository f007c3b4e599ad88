package cn.lianban.cases;

import cn.lianban.api.types.CasePassOnInput;
import cn.lianban.api.types.CaseRuleInput;
import cn.lianban.api.types.CaseRuling;
import cn.lianban.api.types.CasesSignInput;
import cn.lianban.cases.CaseMutationFetcher.Payload;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What goes between units, in the API. */
@DgsComponent
class TwoLevelsFetcher {
  private final TwoLevels levels;
  private final Cases cases;

  TwoLevelsFetcher(TwoLevels levels, Cases cases) {
    this.levels = levels;
    this.cases = cases;
  }

  @DgsMutation
  SignPayload casesSign(@InputArgument CasesSignInput input) {
    Map<Long, Integer> seen = new LinkedHashMap<>();
    input
        .getCases()
        .forEach(one -> seen.put(Ids.parse(CaseFile.KIND, one.getId()), one.getExpectedVersion()));
    return Refusals.payload(
        () -> {
          levels.signAll(input.getIdempotencyKey(), input, seen);
          List<CaseFile> now = List.copyOf(cases.byIds(seen.keySet()).values());
          return new SignPayload(
              now.stream().filter(file -> file.status() == CaseStatus.SIGNED).toList(),
              now.stream()
                  .filter(file -> file.status() != CaseStatus.SIGNED)
                  .map(CaseFile::number)
                  .toList(),
              List.of());
        },
        errors -> new SignPayload(List.of(), List.of(), errors));
  }

  @DgsMutation
  Payload caseRule(@InputArgument CaseRuleInput input) {
    Call call =
        LegalClockFetcher.call(
            input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    boolean department = input.getRuling() == CaseRuling.DEPARTMENT_HANDLES;
    return payload(() -> levels.rule(call, department, input.getReason()));
  }

  @DgsMutation
  Payload casePassOn(@InputArgument CasePassOnInput input) {
    Call call =
        LegalClockFetcher.call(
            input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    int unit = Ids.parseInt(Unit.KIND, input.getUnitId());
    return payload(() -> levels.passOn(call, unit, input.getReason()));
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(cases.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  record SignPayload(List<CaseFile> signed, List<String> left, List<UserError> userErrors) {}
}
