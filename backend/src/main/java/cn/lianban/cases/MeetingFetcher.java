package cn.lianban.cases;

import cn.lianban.cases.MeetingRows.Invited;
import cn.lianban.cases.MeetingRows.Meeting;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Joint review meetings in the API, reading side. */
@DgsComponent
class MeetingFetcher {
  private static final String MEETINGS = "caseMeetings";
  private final StepActs acts;
  private final Meetings calls;

  @DgsDataLoader(name = MEETINGS)
  final MappedBatchLoader<Long, List<Meeting>> meetings;

  MeetingFetcher(Meetings rows, StepActs acts) {
    this.acts = acts;
    this.calls = rows;
    meetings = ids -> CompletableFuture.completedFuture(rows.of(ids));
  }

  @DgsData(parentType = "Case", field = "meetings")
  Object ofCase(DataFetchingEnvironment env) {
    return Loads.listNow(env, MEETINGS, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "Case")
  boolean viewerCanCallMeeting(DataFetchingEnvironment env) {
    return calls.mayCall(CaseFetcher.source(env));
  }

  @DgsData(parentType = "Meeting")
  String id(DataFetchingEnvironment env) {
    return Ids.of(Meeting.KIND, source(env).id());
  }

  @DgsData(parentType = "Meeting")
  CompletableFuture<Boolean> viewerCanClose(DataFetchingEnvironment env) {
    Meeting meeting = source(env);
    return Loads.<Long, CaseFile>one(env, CaseLoaders.CASES, meeting.caseId())
        .thenApply(
            file ->
                meeting.closedAt() == null
                    && file != null
                    && acts.seat(file.decideUnitId()).isPresent());
  }

  @DgsData(parentType = "MeetingUnit", field = "unit")
  CompletableFuture<Unit> invitedUnit(DataFetchingEnvironment env) {
    return Loads.one(env, CaseLinksFetcher.UNITS, invited(env).unitId());
  }

  @DgsData(parentType = "MeetingUnit", field = "duty")
  @Nullable Object opinionDuty(DataFetchingEnvironment env) {
    Long duty = invited(env).dutyId();
    return duty == null ? null : Loads.now(env, CaseLoaders.DUTIES, duty);
  }

  @DgsData(parentType = "MeetingUnit")
  boolean viewerCanOpine(DataFetchingEnvironment env) {
    Invited invited = invited(env);
    return !invited.closed()
        && invited.opinion() == null
        && acts.seat(invited.unitId()).isPresent();
  }

  private static Meeting source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  private static Invited invited(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }
}
