package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decision and delivery, with the duties that follow: delivery within 10 working days (行政许可法 Art.
 * 44), the check of a written promise.
 */
@Component
class Decisions {
  private final CaseQueries queries;
  private final CaseSteps steps;
  private final CaseClocks clocks;
  private final Items items;
  private final Handlings handlings;
  private final Parallel parallel;
  private final Takeovers takeovers;
  private final Deliveries deliveries;

  Decisions(
      CaseQueries queries,
      CaseSteps steps,
      CaseClocks clocks,
      Items items,
      Handlings handlings,
      Parallel parallel,
      Takeovers takeovers,
      Deliveries deliveries) {
    this.queries = queries;
    this.steps = steps;
    this.clocks = clocks;
    this.items = items;
    this.handlings = handlings;
    this.parallel = parallel;
    this.takeovers = takeovers;
    this.deliveries = deliveries;
  }

  /**
   * @throws Rejected MATERIAL_OWED, NOTHING_OWED at outcome
   */
  void decide(CaseFile file, int version, By by, Decision decision, Instant at) {
    Set<MaterialState> states = states(file);
    boolean owed = states.contains(MaterialState.OWED);
    if (decision.outcome() == CaseOutcome.PASSED && owed) {
      throw new Rejected("MATERIAL_OWED", "outcome", "还有容缺材料未补齐，只能作容缺通过或不予");
    }
    if (decision.outcome() == CaseOutcome.PASSED_WITH_TOLERANCE && !owed) {
      throw new Rejected("NOTHING_OWED", "outcome", "没有容缺材料，不能作容缺通过");
    }
    parallel.checkDecision(file, decision.outcome());
    steps.decide(file, version, by, decision, at);
    Item item = items.find(file.itemId()).orElseThrow();
    clocks.delivery(file, item, at);
    Integer days = handlings.of(item.id()).checkDays();
    if (decision.outcome().passed() && states.contains(MaterialState.PROMISED) && days != null) {
      clocks.check(file, item, days, at);
    }
    if (!decision.outcome().passed()) {
      clocks.close(CaseClocks.OWED, file.id(), at);
    }
    takeovers.send(file, item, by, at);
  }

  void deliver(CaseFile file, int version, By by, Delivery delivery, String note, Instant at) {
    deliveries.add(file, delivery);
    steps.deliver(file, version, by, note, at);
    clocks.close(CaseClocks.DELIVERY, file.id(), at);
  }

  private Set<MaterialState> states(CaseFile file) {
    return queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
        .map(CaseMaterial::state)
        .collect(Collectors.toSet());
  }
}
