package cn.lianban.cases;

import cn.lianban.api.types.CaseApplicantRevealInput;
import cn.lianban.api.types.CaseDecideInput;
import cn.lianban.api.types.CaseDeliverInput;
import cn.lianban.api.types.CaseExtendInput;
import cn.lianban.api.types.CaseHandUpInput;
import cn.lianban.api.types.CaseProgressOpenInput;
import cn.lianban.api.types.CaseProgressSupplementInput;
import cn.lianban.api.types.CaseProgressWithdrawInput;
import cn.lianban.api.types.CaseResumeInput;
import cn.lianban.api.types.CaseReturnInput;
import cn.lianban.api.types.CaseSignInput;
import cn.lianban.api.types.CaseSuspendInput;
import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.Cases.Call;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Cases in the API, writing side: the room's method commits, then the payload is read. */
@DgsComponent
class CaseMutationFetcher {
  private final Cases cases;
  private final CaseQueries queries;
  private final ProgressDesk progress;

  CaseMutationFetcher(Cases cases, CaseQueries queries, ProgressDesk progress) {
    this.cases = cases;
    this.queries = queries;
    this.progress = progress;
  }

  @DgsMutation
  Payload caseHandUp(@InputArgument CaseHandUpInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.handUp(call, input.getNote()));
  }

  @DgsMutation
  Payload caseSign(@InputArgument CaseSignInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.sign(call));
  }

  @DgsMutation
  Payload caseReturn(@InputArgument CaseReturnInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.sendBack(call, input.getReason()));
  }

  @DgsMutation
  Payload caseDecide(@InputArgument CaseDecideInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    CaseOutcome outcome = CaseOutcome.valueOf(input.getOutcome().name());
    return payload(
        () -> cases.decide(call, new Decision(outcome, input.getReason(), input.getResultNo())));
  }

  @DgsMutation
  Payload caseDeliver(@InputArgument CaseDeliverInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.deliver(call, ResultFetcher.delivery(input), input.getNote()));
  }

  @DgsMutation
  Payload caseSuspend(@InputArgument CaseSuspendInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    SuspensionReason reason = SuspensionReason.valueOf(input.getReason().name());
    boolean told = Boolean.TRUE.equals(input.getTold());
    return payload(
        () -> cases.suspend(call, reason, input.getBasis(), input.getExpectedUntil(), told));
  }

  @DgsMutation
  Payload caseResume(@InputArgument CaseResumeInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.resume(call));
  }

  @DgsMutation
  Payload caseExtend(@InputArgument CaseExtendInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> cases.extend(call, input.getBy(), input.getReason()));
  }

  @DgsMutation
  RevealPayload caseApplicantReveal(@InputArgument CaseApplicantRevealInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), 0);
    return Refusals.payload(
        () -> {
          CaseFile file = cases.find(cases.revealApplicant(call, input.getReason())).orElseThrow();
          var found = queries.applicants(List.of(file.applicantId()));
          return new RevealPayload(found.get(file.applicantId()), List.of());
        },
        errors -> new RevealPayload(null, errors));
  }

  @DgsMutation
  ProgressPayload caseProgressOpen(@InputArgument CaseProgressOpenInput input) {
    return Refusals.payload(
        () -> new ProgressPayload(progress.open(input.getNumber(), input.getPassword()), List.of()),
        errors -> new ProgressPayload(null, errors));
  }

  @DgsMutation
  ProgressPayload caseProgressWithdraw(@InputArgument CaseProgressWithdrawInput input) {
    return Refusals.payload(
        () ->
            new ProgressPayload(
                progress.withdraw(
                    asked(input.getIdempotencyKey(), input.getNumber(), input.getPassword()),
                    input.getReason()),
                List.of()),
        errors -> new ProgressPayload(null, errors));
  }

  @DgsMutation
  ProgressPayload caseProgressSupplement(@InputArgument CaseProgressSupplementInput input) {
    return Refusals.payload(
        () ->
            new ProgressPayload(
                progress.supplement(
                    asked(input.getIdempotencyKey(), input.getNumber(), input.getPassword()),
                    input.getNote()),
                List.of()),
        errors -> new ProgressPayload(null, errors));
  }

  static ProgressDesk.Asked asked(String key, String number, String password) {
    return new ProgressDesk.Asked(key, number, password);
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(read(change.getAsLong()), List.of()),
        errors -> new Payload(null, errors));
  }

  private @Nullable CaseFile read(long id) {
    return cases.find(id).orElse(null);
  }

  private static Call call(String key, Object input, String id, int version) {
    return new Call(key, input, Ids.parse(CaseFile.KIND, id), version);
  }

  record Payload(@Nullable CaseFile getCase, List<UserError> userErrors) {}

  record RevealPayload(@Nullable Applicant applicant, List<UserError> userErrors) {}

  record ProgressPayload(@Nullable CaseProgress progress, List<UserError> userErrors) {}
}
