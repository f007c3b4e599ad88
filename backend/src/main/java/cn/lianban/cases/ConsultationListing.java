package cn.lianban.cases;

import cn.lianban.api.types.ConsultationFilter;
import cn.lianban.api.types.ConsultationState;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions before a case as their screen shows them, with what is owed now; askers masked. */
@Component
class ConsultationListing extends ScreenListing<Consultation> {
  private static final String LIGHT = "light";
  private static final String STATE = "state";
  private final ConsultationFetcher consultations;
  private final Duties duties;
  private final Items items;
  private final Units units;
  private final Posts posts;

  ConsultationListing(
      ConsultationFetcher consultations, Duties duties, Items items, Units units, Posts posts) {
    this.consultations = consultations;
    this.duties = duties;
    this.items = items;
    this.units = units;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "consultation-list";
  }

  @Override
  public String title() {
    return "咨询";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(LIGHT, "状态灯"),
        Column.text("question", "问题"),
        Column.text("item", "咨询事项"),
        Column.text("asker", "咨询人"),
        Column.text(STATE, "状态"),
        Column.text("unit", "承办单位"),
        Column.text("toUnit", "转往单位"),
        Column.text("at", "咨询时间"),
        Column.text("due", "答复期限"));
  }

  @Override
  public void authoriseExport() {
    posts.requireAccount();
  }

  @Override
  protected Page<Consultation> page(Selection selection, int first, @Nullable String after) {
    ConsultationFilter asked = new ConsultationFilter();
    asked.setMine(selection.isOn("mine"));
    asked.setState(selection.filter(STATE, ConsultationState.class));
    return consultations.consultations(asked, first, after);
  }

  @Override
  protected List<Row> rows(List<Consultation> nodes, Selection selection) {
    Map<Long, List<Duty>> clocks =
        duties.ofSubjects(Consultation.KIND, nodes.stream().map(Consultation::id).toList());
    Map<Long, Item> about =
        items.byIds(
            nodes.stream().map(Consultation::itemId).filter(Objects::nonNull).distinct().toList());
    Map<Integer, Unit> around =
        units.byIds(
            nodes.stream()
                .flatMap(one -> Stream.of(one.unitId(), one.toUnitId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return nodes.stream()
        .map(
            one ->
                owed(clocks.getOrDefault(one.id(), List.of()), selection)
                    .with("question", one.question())
                    .with("item", item(one.itemId(), about))
                    .with("asker", one.asker().masked().name())
                    .with(STATE, selection.word(STATE, one.state().name()))
                    .with("unit", unit(one.unitId(), around))
                    .with("toUnit", unit(one.toUnitId(), around))
                    .with("at", moment(one.openedAt())))
        .toList();
  }

  /** To take it, else to answer. */
  private static Row owed(List<Duty> clocks, Selection selection) {
    return clocks.stream()
        .filter(duty -> duty.closedAt() == null)
        .reduce((earlier, later) -> later)
        .map(
            duty ->
                Row.empty()
                    .with(LIGHT, selection.word(LIGHT, duty.light().name()))
                    .with("due", QueueListing.due(duty, selection)))
        .orElse(Row.empty());
  }

  private static @Nullable String item(@Nullable Long id, Map<Long, Item> items) {
    Item item = id == null ? null : items.get(id);
    return item == null ? null : item.name();
  }

  private static @Nullable String unit(@Nullable Integer id, Map<Integer, Unit> units) {
    return id == null ? null : Unit.nameOf(units.get(id));
  }
}
