package cn.lianban.cases;

import cn.lianban.cases.Consultation.Asker;
import cn.lianban.cases.Consultation.Passing;
import cn.lianban.cases.Consultation.State;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** What a consultation shows of itself; one statement a part, whatever the number. */
@DgsComponent
class ConsultationPartsFetcher {
  private static final String OF_CASES = "consultationsOfCases";
  private static final String PASSINGS = "consultationPassings";
  private static final String CLOCKS = "consultationClocks";
  private static final String PEOPLE = "people";
  private final Posts posts;

  @DgsDataLoader(name = OF_CASES)
  final MappedBatchLoader<Long, Consultation> ofCases;

  @DgsDataLoader(name = PASSINGS)
  final MappedBatchLoader<Long, List<Passing>> passings;

  @DgsDataLoader(name = CLOCKS)
  final MappedBatchLoader<Long, List<Duty>> clocks;

  ConsultationPartsFetcher(ConsultationRows rows, Duties duties, Posts posts) {
    this.posts = posts;
    ofCases = ids -> CompletableFuture.completedFuture(rows.ofCases(ids));
    passings = ids -> CompletableFuture.completedFuture(rows.passings(ids));
    clocks = ids -> CompletableFuture.completedFuture(duties.ofSubjects(Consultation.KIND, ids));
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Consultation> consultation(DataFetchingEnvironment env) {
    return Loads.one(env, OF_CASES, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "Consultation")
  String id(DataFetchingEnvironment env) {
    return Ids.of(Consultation.KIND, source(env).id());
  }

  @DgsData(parentType = "Consultation")
  Asker asker(DataFetchingEnvironment env) {
    return source(env).asker().masked();
  }

  @DgsData(parentType = "Consultation")
  @Nullable Object item(DataFetchingEnvironment env) {
    Long id = source(env).itemId();
    return id == null ? null : Loads.now(env, CaseLinksFetcher.ITEMS, id);
  }

  @DgsData(parentType = "Consultation", field = "case")
  @Nullable Object caseOf(DataFetchingEnvironment env) {
    Long id = source(env).caseId();
    return id == null ? null : Loads.now(env, CaseLoaders.CASES, id);
  }

  @DgsData(parentType = "Consultation")
  @Nullable Object firstUnit(DataFetchingEnvironment env) {
    return unit(env, source(env).firstUnitId());
  }

  @DgsData(parentType = "Consultation", field = "unit")
  @Nullable Object owner(DataFetchingEnvironment env) {
    return unit(env, source(env).unitId());
  }

  @DgsData(parentType = "Consultation")
  @Nullable Object toUnit(DataFetchingEnvironment env) {
    return unit(env, source(env).toUnitId());
  }

  @DgsData(parentType = "Consultation")
  @Nullable Object answeredUnit(DataFetchingEnvironment env) {
    return unit(env, source(env).answeredUnitId());
  }

  @DgsData(parentType = "Consultation")
  CompletableFuture<Object> firstClerk(DataFetchingEnvironment env) {
    return Loads.one(env, PEOPLE, source(env).firstClerkId());
  }

  @DgsData(parentType = "Consultation")
  @Nullable CompletableFuture<Object> answeredBy(DataFetchingEnvironment env) {
    Long id = source(env).answeredById();
    return id == null ? null : Loads.one(env, PEOPLE, id);
  }

  @DgsData(parentType = "Consultation")
  Object handovers(DataFetchingEnvironment env) {
    return Loads.listNow(env, PASSINGS, source(env).id());
  }

  @DgsData(parentType = "Consultation")
  Object duties(DataFetchingEnvironment env) {
    return Loads.listNow(env, CLOCKS, source(env).id());
  }

  @DgsData(parentType = "ConsultationHandover", field = "from")
  @Nullable Object handedFrom(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<Passing>getSource()).fromUnitId());
  }

  @DgsData(parentType = "ConsultationHandover", field = "to")
  @Nullable Object handedTo(DataFetchingEnvironment env) {
    return unit(env, Objects.requireNonNull(env.<Passing>getSource()).toUnitId());
  }

  @DgsData(parentType = "Consultation")
  boolean viewerCanAnswer(DataFetchingEnvironment env) {
    return source(env).state() != State.ANSWERED && worksIn(source(env).unitId());
  }

  @DgsData(parentType = "Consultation")
  boolean viewerCanHandOver(DataFetchingEnvironment env) {
    return source(env).state() == State.OPEN && worksIn(source(env).unitId());
  }

  @DgsData(parentType = "Consultation")
  boolean viewerCanTake(DataFetchingEnvironment env) {
    Integer asked = source(env).toUnitId();
    return asked != null && worksIn(asked);
  }

  @DgsData(parentType = "Consultation")
  boolean viewerCanRevealAsker(DataFetchingEnvironment env) {
    return worksIn(source(env).unitId());
  }

  @DgsData(parentType = "Consultation")
  boolean viewerCanAccept(DataFetchingEnvironment env) {
    return source(env).caseId() == null && posts.holds(Role.WINDOW_CLERK);
  }

  private boolean worksIn(int unit) {
    return posts.seat(unit, Consultations.STAFF).isPresent();
  }

  private static @Nullable Object unit(DataFetchingEnvironment env, @Nullable Integer id) {
    return id == null ? null : Loads.now(env, CaseLinksFetcher.UNITS, id);
  }

  private static Consultation source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }
}
