package cn.lianban.cases;

import cn.lianban.api.types.CaseAct;
import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.cases.GreenChannel.Green;
import cn.lianban.cases.Supplements.Supplement;
import cn.lianban.clock.ClockEvent;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** What the legal clocks add to a case; one statement a part, read on the case's own page only. */
@DgsComponent
class LegalClockPartsFetcher {
  private static final String CLOCKS = "caseClocks";
  private static final String SUPPLEMENTS = "caseSupplements";
  private static final String TRANSFERS = "caseTransfers";
  private static final String GREEN = "caseGreen";
  private static final String GREEN_RULES = "caseGreenRules";
  private final CaseRights rights;
  private final CaseOffers offers;

  @DgsDataLoader(name = CLOCKS)
  final MappedBatchLoader<Long, List<Duty>> clocks;

  @DgsDataLoader(name = SUPPLEMENTS)
  final MappedBatchLoader<Long, List<Supplement>> supplements;

  @DgsDataLoader(name = TRANSFERS)
  final MappedBatchLoader<Long, List<ClockEvent>> transfers;

  @DgsDataLoader(name = GREEN)
  final MappedBatchLoader<Long, Green> green;

  /** By item. */
  @DgsDataLoader(name = GREEN_RULES)
  final MappedBatchLoader<Long, Integer> greenRules;

  LegalClockPartsFetcher(
      CaseRights rights,
      CaseOffers offers,
      Duties duties,
      Supplements supplementRows,
      GreenChannel greenRows,
      Handlings handlings) {
    this.rights = rights;
    this.offers = offers;
    greenRules = ids -> CompletableFuture.completedFuture(handlings.greenPercents(ids));
    clocks = ids -> CompletableFuture.completedFuture(duties.ofSubjects(CaseFile.KIND, ids));
    transfers = ids -> CompletableFuture.completedFuture(duties.transfers(CaseFile.KIND, ids));
    supplements = ids -> CompletableFuture.completedFuture(supplementRows.of(ids));
    green = ids -> CompletableFuture.completedFuture(greenRows.of(ids));
  }

  @DgsData(parentType = "Case")
  CompletableFuture<List<CaseAct>> viewerActs(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    Map<CaseAct, CompletableFuture<Boolean>> asked = new EnumMap<>(CaseAct.class);
    for (CaseAct act : CaseAct.values()) {
      if (rights.may(CaseAction.valueOf(act.name()), file)) {
        asked.put(act, sensible(act, file, env));
      }
    }
    return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
        .thenApply(
            all ->
                asked.entrySet().stream()
                    .filter(one -> one.getValue().join())
                    .map(Map.Entry::getKey)
                    .toList());
  }

  /** By what the case's own page reads anyhow: no statement a case. */
  private CompletableFuture<Boolean> sensible(
      CaseAct act, CaseFile file, DataFetchingEnvironment env) {
    return switch (act) {
      case SUPPLEMENT_IN ->
          this.<Supplement>rows(env, SUPPLEMENTS).thenApply(CaseOffers::supplementOpen);
      case OWED_IN ->
          this.<CaseMaterial>rows(env, CaseLoaders.MATERIALS).thenApply(CaseOffers::owed);
      case CHECK -> this.<Duty>rows(env, CLOCKS).thenApply(CaseOffers::toCheck);
      case GREEN_ASK ->
          green(env)
              .thenCombine(
                  Loads.<Long, Integer>one(env, GREEN_RULES, file.itemId()),
                  CaseOffers::greenPossible);
      case GREEN_ANSWER -> green(env).thenApply(offers::greenAsked);
      default -> CompletableFuture.completedFuture(true);
    };
  }

  private <T> CompletableFuture<List<T>> rows(DataFetchingEnvironment env, String loader) {
    return Loads.<Long, List<T>>one(env, loader, CaseFetcher.source(env).id())
        .thenApply(rows -> Objects.requireNonNullElse(rows, List.of()));
  }

  @DgsData(parentType = "Case")
  Object duties(DataFetchingEnvironment env) {
    return Loads.listNow(env, CLOCKS, CaseFetcher.source(env).id());
  }

  /** Only what is received and not answered yet is asked about. */
  @DgsData(parentType = "Case")
  @Nullable CompletableFuture<@Nullable LocalDate> acceptBy(DataFetchingEnvironment env) {
    return CaseFetcher.source(env).status() == CaseStatus.RECEIVED
        ? this.<Duty>rows(env, CLOCKS).thenApply(LegalClockPartsFetcher::acceptBy)
        : null;
  }

  private static @Nullable LocalDate acceptBy(List<Duty> duties) {
    return duties.stream()
        .filter(duty -> duty.kind().equals(CaseClocks.ACCEPTANCE) && duty.closedAt() == null)
        .findFirst()
        .map(Duty::dueOn)
        .orElse(null);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<List<ClockEvent>> transfers(DataFetchingEnvironment env) {
    return rows(env, TRANSFERS);
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
