package cn.lianban.cases;

import cn.lianban.api.types.CaseAct;
import cn.lianban.cases.GreenChannel.Green;
import cn.lianban.cases.Supplements.Supplement;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;

/** What the legal clocks add to a case; one statement a part, read on the case's own page only. */
@DgsComponent
class LegalClockPartsFetcher {
  private static final String CLOCKS = "caseClocks";
  private static final String SUPPLEMENTS = "caseSupplements";
  private static final String GREEN = "caseGreen";
  private final CaseRights rights;

  @DgsDataLoader(name = CLOCKS)
  final MappedBatchLoader<Long, List<Duty>> clocks;

  @DgsDataLoader(name = SUPPLEMENTS)
  final MappedBatchLoader<Long, List<Supplement>> supplements;

  @DgsDataLoader(name = GREEN)
  final MappedBatchLoader<Long, Green> green;

  LegalClockPartsFetcher(
      CaseRights rights, Duties duties, Supplements supplementRows, GreenChannel greenRows) {
    this.rights = rights;
    clocks = ids -> CompletableFuture.completedFuture(duties.ofSubjects(CaseFile.KIND, ids));
    supplements = ids -> CompletableFuture.completedFuture(supplementRows.of(ids));
    green = ids -> CompletableFuture.completedFuture(greenRows.of(ids));
  }

  @DgsData(parentType = "Case")
  List<CaseAct> viewerActs(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    return Arrays.stream(CaseAct.values())
        .filter(act -> rights.may(CaseAction.valueOf(act.name()), file))
        .toList();
  }

  @DgsData(parentType = "Case")
  Object duties(DataFetchingEnvironment env) {
    return Loads.listNow(env, CLOCKS, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "Case")
  Object supplements(DataFetchingEnvironment env) {
    return Loads.listNow(env, SUPPLEMENTS, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Green> green(DataFetchingEnvironment env) {
    return Loads.one(env, GREEN, CaseFetcher.source(env).id());
  }
}
