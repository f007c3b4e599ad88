package cn.lianban.clock;

import cn.lianban.clock.SuspensionFigures.Line;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Page;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks behind a unit's share of time that stood still, as their screen shows them. */
@Component
class SuspensionListing extends ScreenListing<Line> {
  private static final String LIGHT = "light";
  private final SuspensionFigureFetcher figures;
  private final Units units;
  private final Posts posts;

  SuspensionListing(SuspensionFigureFetcher figures, Units units, Posts posts) {
    this.figures = figures;
    this.units = units;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "suspension-records";
  }

  @Override
  public String title() {
    return "暂停占比";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(LIGHT, "状态灯"),
        Column.text("label", "事项"),
        Column.text("unit", "单位"),
        Column.text("started", "起算日"),
        Column.integer("hours", "暂停小时"),
        Column.integer("all", "总小时"));
  }

  @Override
  public void authoriseExport() {
    posts.requireAccount();
  }

  @Override
  protected Page<Line> page(Selection selection, int first, @Nullable String after) {
    return figures.suspensionRecords(
        selection.needed("unitId"),
        selection.neededDay("from"),
        selection.neededDay("to"),
        first,
        after);
  }

  @Override
  protected List<Row> rows(List<Line> nodes, Selection selection) {
    Map<Integer, Unit> owners =
        units.byIds(nodes.stream().map(line -> line.duty().ownerUnitId()).distinct().toList());
    return nodes.stream()
        .map(
            line ->
                Row.empty()
                    .with(LIGHT, selection.word(LIGHT, line.duty().light().name()))
                    .with("label", line.duty().label())
                    .with("unit", Unit.nameOf(owners.get(line.duty().ownerUnitId())))
                    .with("started", line.duty().startedOn())
                    .with("hours", line.suspendedHours())
                    .with("all", line.elapsedHours()))
        .toList();
  }
}
