package cn.lianban.cases;

import cn.lianban.catalog.Material;
import cn.lianban.catalog.MaterialReuse;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Now;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an acceptance waits for, in the API. */
@DgsComponent
class ChecklistFetcher {
  private final Cases cases;
  private final AwaitedAcceptance awaited;
  private final Supplements supplements;
  private final Handlings handlings;
  private final Now now;

  ChecklistFetcher(
      Cases cases,
      AwaitedAcceptance awaited,
      Supplements supplements,
      Handlings handlings,
      Now now) {
    this.cases = cases;
    this.awaited = awaited;
    this.supplements = supplements;
    this.handlings = handlings;
    this.now = now;
  }

  @DgsQuery
  @Nullable AcceptanceChecklist acceptanceChecklist(@InputArgument String caseId) {
    return cases
        .find(Ids.parse(CaseFile.KIND, caseId))
        .filter(file -> file.status() == CaseStatus.RECEIVED)
        .map(this::checklist)
        .orElse(null);
  }

  private AcceptanceChecklist checklist(CaseFile file) {
    Instant at = now.instant();
    AwaitedAcceptance.Wanted wanted =
        awaited.list(file, at, awaited.missed(file, at), supplements.completeAt(file.id()));
    Handling handling = handlings.of(file.itemId());
    Map<Integer, MaterialState> carried = wanted.carried();
    return new AcceptanceChecklist(
        wanted.item().edition(),
        file.itemEdition(),
        handling.owable(),
        handling.checkDays() != null,
        wanted.materials().stream().map(one -> Line.of(one, carried.get(one.seq()))).toList(),
        wanted.gone());
  }

  record AcceptanceChecklist(
      int itemEdition,
      int receivedEdition,
      boolean owable,
      boolean promisable,
      List<Line> materials,
      List<String> gone) {}

  record Line(
      int seq, String name, boolean required, MaterialReuse reuse, @Nullable MaterialState state) {
    private static Line of(Material one, @Nullable MaterialState state) {
      return new Line(one.seq(), one.name(), one.required(), one.reuse(), state);
    }
  }
}
