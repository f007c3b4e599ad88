package cn.lianban.cases;

import cn.lianban.cases.GreenFigures.Figure;
import cn.lianban.catalog.Item;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The share of the green channel, and the cases that figures are made of, in the API. */
@DgsComponent
class GreenFigureFetcher {
  private static final int LONGEST_DAYS = 400;
  private final GreenFigures figures;
  private final DecisionCases decided;

  GreenFigureFetcher(GreenFigures figures, DecisionCases decided) {
    this.figures = figures;
    this.decided = decided;
  }

  @DgsQuery
  List<Figure> greenFigures(@InputArgument LocalDate from, @InputArgument LocalDate to) {
    check(from, to);
    return figures.between(from, to);
  }

  @DgsQuery
  Page<CaseFile> greenCases(
      @InputArgument String unitId,
      @InputArgument LocalDate from,
      @InputArgument LocalDate to,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    check(from, to);
    return figures.behind(Ids.parseInt(Unit.KIND, unitId), from, to, first, after);
  }

  @DgsData(parentType = "GreenFigure")
  @Nullable Object unit(DataFetchingEnvironment env) {
    int unit = Objects.requireNonNull(env.<Figure>getSource()).unitId();
    return Loads.now(env, CaseLinksFetcher.UNITS, unit);
  }

  @DgsQuery
  Page<CaseFile> casesOfItemSince(
      @InputArgument String itemId,
      @InputArgument LocalDate since,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    return decided.since(Ids.parse(Item.KIND, itemId), since, first, after);
  }

  private static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw Problem.badInput("to", "结束日期须在开始日期之后，最长 " + LONGEST_DAYS + " 天");
    }
  }
}
