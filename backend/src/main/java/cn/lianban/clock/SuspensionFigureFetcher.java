package cn.lianban.clock;

import cn.lianban.clock.SuspensionFigures.Figure;
import cn.lianban.clock.SuspensionFigures.Line;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The share of time that stood still, and a duty's legal day, in the API. */
@DgsComponent
class SuspensionFigureFetcher {
  private static final int LONGEST_DAYS = 400;
  private final SuspensionFigures figures;

  SuspensionFigureFetcher(SuspensionFigures figures) {
    this.figures = figures;
  }

  @DgsQuery
  List<Figure> suspensionFigures(@InputArgument LocalDate from, @InputArgument LocalDate to) {
    check(from, to);
    return figures.between(from, to);
  }

  @DgsQuery
  Page<Line> suspensionRecords(
      @InputArgument String unitId,
      @InputArgument LocalDate from,
      @InputArgument LocalDate to,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    check(from, to);
    return figures.behind(Ids.parseInt(Unit.KIND, unitId), from, to, first, after);
  }

  private static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
      throw Problem.badInput("to", "结束日期须在开始日期之后，最长 " + LONGEST_DAYS + " 天");
    }
  }

  @DgsData(parentType = "SuspensionFigure")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    return Loads.one(env, "units", Objects.requireNonNull(env.<Figure>getSource()).unitId());
  }

  @DgsData(parentType = "Duty")
  @Nullable LocalDate statutoryDueOn(DataFetchingEnvironment env) {
    Instant dark = Objects.requireNonNull(env.<Duty>getSource()).darkAt();
    return dark == null ? null : LocalDate.ofInstant(dark.minus(1, ChronoUnit.MICROS), Now.CHINA);
  }
}
