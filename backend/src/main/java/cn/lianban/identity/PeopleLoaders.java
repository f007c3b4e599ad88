package cn.lianban.identity;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.springframework.beans.factory.ObjectProvider;

/** People and their absences, one statement for a page, on the request's thread. */
@DgsComponent
class PeopleLoaders {
  static final String PEOPLE = "people";
  static final String ABSENCES = "accountAbsences";
  static final String HELD_WORK = "heldWork";

  @DgsDataLoader(name = PEOPLE)
  final MappedBatchLoader<Long, Person> people;

  @DgsDataLoader(name = ABSENCES)
  final MappedBatchLoader<Long, List<Absence>> absences;

  @DgsDataLoader(name = HELD_WORK)
  final MappedBatchLoader<Long, Integer> heldWork;

  PeopleLoaders(People people, Absences absences, ObjectProvider<OpenWork> work) {
    this.people = ids -> CompletableFuture.completedFuture(people.byIds(ids));
    this.absences = ids -> CompletableFuture.completedFuture(absences.of(ids));
    this.heldWork = ids -> CompletableFuture.completedFuture(work.getObject().byPerson(ids));
  }
}
