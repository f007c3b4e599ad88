package cn.lianban.cases;

import cn.lianban.api.types.MeetingCallInput;
import cn.lianban.api.types.MeetingCloseInput;
import cn.lianban.api.types.MeetingOpinionInput;
import cn.lianban.api.types.StepAnswerInput;
import cn.lianban.api.types.StepEarlyInput;
import cn.lianban.api.types.StepReopenInput;
import cn.lianban.api.types.StepUrgeInput;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps and meetings in the API, writing side. */
@DgsComponent
class StepMutationFetcher {
  private final StepActs acts;
  private final CaseStepRows rows;
  private final Meetings meetings;
  private final Opinions opinions;
  private final MeetingRows meetingRows;
  private final Cases cases;

  StepMutationFetcher(
      StepActs acts,
      CaseStepRows rows,
      Meetings meetings,
      Opinions opinions,
      MeetingRows meetingRows,
      Cases cases) {
    this.acts = acts;
    this.rows = rows;
    this.meetings = meetings;
    this.opinions = opinions;
    this.meetingRows = meetingRows;
    this.cases = cases;
  }

  @DgsMutation
  StepPayload stepAnswer(@InputArgument StepAnswerInput input) {
    Call call = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    CaseStep.Answer answer = CaseStep.Answer.valueOf(input.getAnswer().name());
    return payload(() -> acts.answer(call, answer, input.getReason()));
  }

  @DgsMutation
  StepPayload stepReopen(@InputArgument StepReopenInput input) {
    Call call = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> acts.reopen(call, input.getReason()));
  }

  @DgsMutation
  StepPayload stepUrge(@InputArgument StepUrgeInput input) {
    Call call = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> acts.urge(call));
  }

  @DgsMutation
  StepPayload stepEarly(@InputArgument StepEarlyInput input) {
    Call call = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> acts.early(call));
  }

  @DgsMutation
  MeetingPayload meetingCall(@InputArgument MeetingCallInput input) {
    long id = Ids.parse(CaseFile.KIND, input.getCaseId());
    Call call = new Call(input.getIdempotencyKey(), input, id, 0);
    Meetings.Calling calling =
        new Meetings.Calling(
            input.getHeldAt(),
            input.getPlace(),
            input.getSubject(),
            units(input.getUnitIds()),
            input.getOpinionDays());
    return meeting(() -> meetings.call(call, calling));
  }

  @DgsMutation
  MeetingPayload meetingClose(@InputArgument MeetingCloseInput input) {
    long id = Ids.parse(MeetingRows.Meeting.KIND, input.getId());
    Call call = new Call(input.getIdempotencyKey(), input, id, input.getExpectedVersion());
    Set<Integer> came = units(input.getAttendedUnitIds());
    return meeting(() -> meetings.close(call, came, input.getMinutes()));
  }

  @DgsMutation
  MeetingPayload meetingOpinion(@InputArgument MeetingOpinionInput input) {
    long id = Ids.parse(MeetingRows.Meeting.KIND, input.getId());
    Call call = new Call(input.getIdempotencyKey(), input, id, 0);
    int unit = Ids.parseInt(Unit.KIND, input.getUnitId());
    return meeting(() -> opinions.opine(call, unit, input.getOpinion()));
  }

  private static Set<Integer> units(List<String> ids) {
    return ids.stream().map(id -> Ids.parseInt(Unit.KIND, id)).collect(Collectors.toSet());
  }

  private StepPayload payload(LongSupplier change) {
    return Refusals.payload(
        () -> {
          CaseStep step = rows.find(change.getAsLong()).orElseThrow();
          return new StepPayload(step, cases.find(step.caseId()).orElse(null), List.of());
        },
        errors -> new StepPayload(null, null, errors));
  }

  private MeetingPayload meeting(LongSupplier change) {
    return Refusals.payload(
        () -> new MeetingPayload(meetingRows.find(change.getAsLong()).orElseThrow(), List.of()),
        errors -> new MeetingPayload(null, errors));
  }

  private static Call step(String key, Object input, String id, int version) {
    return new Call(key, input, Ids.parse(CaseStep.KIND, id), version);
  }

  record StepPayload(
      @Nullable CaseStep step, @Nullable CaseFile getCase, List<UserError> userErrors) {}

  record MeetingPayload(MeetingRows.@Nullable Meeting meeting, List<UserError> userErrors) {}
}
