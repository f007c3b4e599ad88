package cn.lianban.cases;

import cn.lianban.clock.Duty;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Now;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Which buttons the screen shows for a case. */
@DgsComponent
class CaseRightsFetcher {
  private final CaseRights rights;
  private final Extensions extensions;
  private final Now now;

  CaseRightsFetcher(CaseRights rights, Extensions extensions, Now now) {
    this.rights = rights;
    this.extensions = extensions;
    this.now = now;
  }

  @DgsData(parentType = "Case")
  boolean viewerCanHandUp(DataFetchingEnvironment env) {
    return rights.may(CaseAction.HAND_UP, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  boolean viewerCanSign(DataFetchingEnvironment env) {
    return rights.may(CaseAction.SIGN, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  boolean viewerCanReturn(DataFetchingEnvironment env) {
    return rights.may(CaseAction.RETURN, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  boolean viewerCanDecide(DataFetchingEnvironment env) {
    return rights.may(CaseAction.DECIDE, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  boolean viewerCanDeliver(DataFetchingEnvironment env) {
    return rights.may(CaseAction.DELIVER, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  boolean viewerCanRevealApplicant(DataFetchingEnvironment env) {
    return rights.may(CaseAction.REVEAL_APPLICANT, CaseFetcher.source(env));
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> viewerCanSuspend(DataFetchingEnvironment env) {
    return ifClock(env, CaseAction.SUSPEND);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> viewerCanResume(DataFetchingEnvironment env) {
    return ifClock(env, CaseAction.RESUME);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> viewerCanExtend(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    return ifDuty(env, CaseAction.EXTEND, duty -> extensions.most(file, duty, now.instant()) > 0);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Integer> viewerMayExtendBy(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    Long duty = file.dutyId();
    return duty == null || !rights.may(CaseAction.EXTEND, file)
        ? CompletableFuture.completedFuture(0)
        : Loads.<Long, Duty>one(env, CaseLoaders.DUTIES, duty)
            .thenApply(clock -> extensions.most(file, clock, now.instant()));
  }

  private CompletableFuture<Boolean> ifClock(DataFetchingEnvironment env, CaseAction action) {
    return ifDuty(
        env, action, duty -> CaseStates.allowClock(action, duty.paused(), duty.extendedBy() > 0));
  }

  private CompletableFuture<Boolean> ifDuty(
      DataFetchingEnvironment env, CaseAction action, Predicate<Duty> fits) {
    CaseFile file = CaseFetcher.source(env);
    Long duty = file.dutyId();
    if (duty == null || !rights.may(action, file)) {
      return CompletableFuture.completedFuture(false);
    }
    return Loads.<Long, Duty>one(env, CaseLoaders.DUTIES, duty).thenApply(fits::test);
  }
}
