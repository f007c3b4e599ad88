package cn.lianban.cases;

import cn.lianban.api.types.CaseHandDownInput;
import cn.lianban.api.types.CasePassOnInput;
import cn.lianban.api.types.CaseRuleInput;
import cn.lianban.api.types.CaseRuling;
import cn.lianban.api.types.CasesSignInput;
import cn.lianban.cases.CaseMutationFetcher.Payload;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What goes between units, in the API. */
@DgsComponent
class TwoLevelsFetcher {
  private final TwoLevels levels;
  private final HandDown down;
  private final Cases cases;
  private final CaseQueries queries;
  private final Posts posts;

  TwoLevelsFetcher(TwoLevels levels, HandDown down, Cases cases, CaseQueries queries, Posts posts) {
    this.levels = levels;
    this.down = down;
    this.cases = cases;
    this.queries = queries;
    this.posts = posts;
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
              now.stream().filter(file -> !file.status().isOnTheWay()).toList(),
              now.stream()
                  .filter(file -> file.status().isOnTheWay())
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
  Payload caseHandDown(@InputArgument CaseHandDownInput input) {
    Call call =
        LegalClockFetcher.call(
            input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    int unit = Ids.parseInt(Unit.KIND, input.getUnitId());
    return payload(() -> down.to(call, unit, input.getReason()));
  }

  /** For who rules: what waits for it, oldest first. */
  @DgsQuery
  Page<CaseFile> casesToRule(@InputArgument int first, @InputArgument @Nullable String after) {
    posts.require(Role.SUPERVISOR, Role.LEADER);
    return queries.toRule(first, after);
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
