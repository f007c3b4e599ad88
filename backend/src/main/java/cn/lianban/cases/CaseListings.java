package cn.lianban.cases;

import cn.lianban.exchange.Column;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of cases that outgrow a browser: a unit's month or year, an item's years. */
@Configuration(proxyBeanMethods = false)
class CaseListings {
  private static final String UNIT = "unitId";
  private static final Column NUMBER = Column.text(CaseCells.NUMBER, "办件编号");
  private static final Column ITEM = Column.text(CaseCells.ITEM, "事项");
  private static final Column DECIDES = Column.text(CaseCells.DECIDES, "决定单位");
  private static final Column ACCEPTED = Column.text(CaseCells.ACCEPTED, "受理时间");

  @Bean
  CaseListing decidedCasesListing(CaseCells cells, DecidedFetcher decided) {
    return new CaseListing(
        "decided-cases",
        "当月办结件",
        List.of(
            NUMBER,
            ITEM,
            DECIDES,
            Column.text(CaseCells.DECIDED, "决定时间"),
            Column.text(CaseCells.OUTCOME, "办理结果")),
        cells,
        (asked, first, after) ->
            decided.decidedCases(
                asked.needed(UNIT),
                asked.neededDay("month"),
                asked.isOn("withPredecessors"),
                first,
                after));
  }

  @Bean
  CaseListing greenCasesListing(CaseCells cells, GreenFigureFetcher figures) {
    return new CaseListing(
        "green-cases",
        "绿色通道办件",
        List.of(
            NUMBER,
            ITEM,
            DECIDES,
            ACCEPTED,
            Column.text(CaseCells.REASON, "原因"),
            Column.text(CaseCells.STATE, "绿色通道")),
        cells,
        (asked, first, after) ->
            figures.greenCases(
                asked.needed(UNIT), asked.neededDay("from"), asked.neededDay("to"), first, after));
  }

  @Bean
  CaseListing casesOfItemListing(CaseCells cells, GreenFigureFetcher figures) {
    return new CaseListing(
        "cases-of-item",
        "决定之后受理的办件",
        List.of(
            NUMBER,
            ACCEPTED,
            Column.text(CaseCells.ACCEPTS, "受理单位"),
            Column.text(CaseCells.STATUS, "办件状态")),
        cells,
        (asked, first, after) ->
            figures.casesOfItemSince(
                asked.needed("itemId"), asked.neededDay("since"), first, after));
  }
}
