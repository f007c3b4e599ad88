package cn.lianban.cases;

import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;

/** What hangs on cases, one statement per level of an answer, on the request's thread. */
@DgsComponent
class CaseLoaders {
  static final String DUTIES = "caseDuties";
  static final String CASES = "cases";
  static final String APPLICANTS = "caseApplicants";
  static final String MATERIALS = "caseMaterials";
  static final String HANDOVERS = "caseHandovers";
  static final String TIMELINES = "caseTimelines";
  static final String STEPS = "caseSteps";

  @DgsDataLoader(name = DUTIES)
  final MappedBatchLoader<Long, Duty> duties;

  @DgsDataLoader(name = CASES)
  final MappedBatchLoader<Long, CaseFile> cases;

  @DgsDataLoader(name = APPLICANTS)
  final MappedBatchLoader<Long, Applicant> applicants;

  @DgsDataLoader(name = MATERIALS)
  final MappedBatchLoader<Long, List<CaseParts.CaseMaterial>> materials;

  @DgsDataLoader(name = HANDOVERS)
  final MappedBatchLoader<Long, List<CaseParts.Handover>> handovers;

  @DgsDataLoader(name = TIMELINES)
  final MappedBatchLoader<Long, List<CaseParts.CaseEvent>> timelines;

  CaseLoaders(CaseQueries queries, Duties clocks) {
    duties = ids -> CompletableFuture.completedFuture(clocks.byIds(ids));
    cases = ids -> CompletableFuture.completedFuture(queries.byIds(ids));
    applicants = ids -> CompletableFuture.completedFuture(queries.applicants(ids));
    materials = ids -> CompletableFuture.completedFuture(queries.materials(ids));
    handovers = ids -> CompletableFuture.completedFuture(queries.handovers(ids));
    timelines = ids -> CompletableFuture.completedFuture(queries.timeline(ids));
  }
}
