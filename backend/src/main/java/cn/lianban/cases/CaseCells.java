package cn.lianban.cases;

import cn.lianban.cases.GreenChannel.Green;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lists of cases show of a page of them; a file keeps the columns that its list has. */
@Component
class CaseCells {
  static final String NUMBER = "number";
  static final String ITEM = "item";
  static final String DECIDES = "unit";
  static final String ACCEPTS = "acceptUnit";
  static final String ACCEPTED = "accepted";
  static final String DECIDED = "decided";
  static final String OUTCOME = "outcome";
  static final String STATUS = "status";
  static final String REASON = "reason";
  static final String STATE = "state";
  private final Items items;
  private final Units units;
  private final GreenChannel green;
  private final Posts posts;

  CaseCells(Items items, Units units, GreenChannel green, Posts posts) {
    this.items = items;
    this.units = units;
    this.green = green;
    this.posts = posts;
  }

  /** Whose cases they are is decided by his reach, as on the screens. */
  void authorise() {
    posts.requireAccount();
  }

  List<Row> of(List<CaseFile> files, Selection selection) {
    Map<Long, Item> named = items.byIds(files.stream().map(CaseFile::itemId).distinct().toList());
    Map<Integer, Unit> around =
        units.byIds(
            files.stream()
                .flatMap(file -> Stream.of(file.acceptUnitId(), file.decideUnitId()))
                .distinct()
                .toList());
    Map<Long, Green> asked =
        selection.columns().contains(REASON) || selection.columns().contains(STATE)
            ? green.of(files.stream().map(CaseFile::id).toList())
            : Map.of();
    return files.stream()
        .map(
            file ->
                facts(file, asked.get(file.id()), selection)
                    .with(ITEM, item(named.get(file.itemId())))
                    .with(DECIDES, Unit.nameOf(around.get(file.decideUnitId())))
                    .with(ACCEPTS, Unit.nameOf(around.get(file.acceptUnitId()))))
        .toList();
  }

  private static Row facts(CaseFile file, @Nullable Green asked, Selection selection) {
    Row row =
        Row.empty()
            .with(NUMBER, file.groupedNumber())
            .with(ACCEPTED, at(file.acceptedAt()))
            .with(DECIDED, at(file.decidedAt()))
            .with(STATUS, selection.word(STATUS, file.status().name()));
    if (asked != null) {
      row = row.with(REASON, asked.reason()).with(STATE, selection.word(STATE, answer(asked)));
    }
    CaseOutcome outcome = file.outcome();
    return outcome == null ? row : row.with(OUTCOME, selection.word(OUTCOME, outcome.name()));
  }

  private static String answer(Green asked) {
    Boolean granted = asked.granted();
    if (granted == null) {
      return "asked";
    }
    return granted ? "granted" : "refused";
  }

  private static @Nullable String at(@Nullable Instant moment) {
    return moment == null ? null : ScreenListing.moment(moment);
  }

  private static @Nullable String item(@Nullable Item item) {
    return item == null ? null : item.name();
  }
}
