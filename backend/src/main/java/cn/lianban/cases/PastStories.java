package cn.lianban.cases;

import static cn.lianban.db.cases.Sequences.NUMBER_SEQ;
import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.HANDOVER;

import cn.lianban.cases.IntakeRows.Coming;
import cn.lianban.catalog.AcceptancePoint;
import cn.lianban.catalog.AcceptancePoints;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.PastItems;
import cn.lianban.catalog.PastItems.OnDay;
import cn.lianban.clock.ClockStories;
import cn.lianban.clock.ClockStory;
import cn.lianban.clock.StartDuty;
import cn.lianban.db.cases.tables.records.ApplicantRecord;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.ManyRows;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Begins cases of another platform and writes down what became of them: a fixed number of
 * statements for any number of cases. In the caller's transaction.
 */
@Component
class PastStories {
  private static final List<Field<?>> HANDOVERS = ManyRows.fieldsBut(HANDOVER, HANDOVER.ID);
  private final DSLContext sql;
  private final Districts districts;
  private final PastItems items;
  private final AcceptancePoints points;
  private final ClockStories clocks;
  private final CaseLog log;
  private final Units units;

  PastStories(
      DSLContext sql,
      Districts districts,
      PastItems items,
      AcceptancePoints points,
      ClockStories clocks,
      CaseLog log,
      Units units) {
    this.sql = sql;
    this.districts = districts;
    this.items = items;
    this.points = points;
    this.clocks = clocks;
    this.log = log;
    this.units = units;
  }

  /**
   * @param at the moment of acceptance, which the clock starts from
   */
  record Accepted(NewCase wanted, Unit unit, Instant at) {
    OnDay item() {
      return new OnDay(wanted.itemId(), LocalDate.ofInstant(at, Now.CHINA));
    }

    Optional<AcceptancePoint> pointAmong(List<AcceptancePoint> points) {
      return points.stream().filter(point -> point.unitId() == unit.id()).findFirst();
    }
  }

  /**
   * One for each, in their order; nothing is written yet.
   *
   * @throws cn.lianban.graphql.Rejected when an item stands in the way
   */
  List<PastStory> begin(List<Accepted> accepted) {
    List<Coming> coming = coming(accepted);
    List<Long> ids = ManyRows.ids(sql, CASEFILE, coming.size());
    List<StartDuty> owed = new ArrayList<>();
    for (Coming one : coming) {
      owed.add(owed(one, ids.get(owed.size())));
    }
    return stories(coming, ids, clocks.begin(owed));
  }

  private List<Coming> coming(List<Accepted> accepted) {
    Map<OnDay, Item> said =
        items.inForce(accepted.stream().map(Accepted::item).collect(Collectors.toSet()));
    Map<Long, List<AcceptancePoint>> open =
        points.ofItems(said.keySet().stream().map(OnDay::itemId).collect(Collectors.toSet()));
    List<Coming> coming = new ArrayList<>();
    for (Accepted one : accepted) {
      Item item = said.get(one.item());
      if (item == null) {
        throw new Rejected("NOT_FOUND", "itemId", "没有这个事项");
      }
      IntakeRules.promise(item, one.item().day());
      List<AcceptancePoint> his = open.getOrDefault(item.id(), List.of());
      int decides = IntakeRules.decides(item, one.unit(), () -> one.pointAmong(his));
      coming.add(new Coming(one.wanted(), item, one.unit(), decides, one.at(), one.at()));
    }
    return coming;
  }

  private static StartDuty owed(Coming one, long id) {
    CaseClocks.Owner owner =
        new CaseClocks.Owner(one.place(id), one.unit().id(), one.wanted().test(), null);
    int promised = Objects.requireNonNull(one.item().promisedLimit());
    return CaseClocks.decisionOwed(owner, one.item(), promised, null, one.at());
  }

  private List<PastStory> stories(List<Coming> coming, List<Long> ids, List<ClockStory> running) {
    District district = districts.current().orElseThrow();
    List<Long> numbers = sql.nextvals(NUMBER_SEQ, coming.size());
    List<Long> people = ManyRows.ids(sql, APPLICANT, coming.size());
    Map<Integer, Unit> deciders =
        units.byIds(coming.stream().map(Coming::decides).collect(Collectors.toSet()));
    List<PastStory> stories = new ArrayList<>();
    for (Coming one : coming) {
      int index = stories.size();
      ApplicantRecord applicant = IntakeRows.applicant(district.id(), one);
      applicant.setId(people.get(index));
      CasefileRecord file = IntakeRows.file(district, one, numbers.get(index));
      file.setId(ids.get(index));
      file.setApplicantId(applicant.getId());
      file.setDutyId(running.get(index).id());
      file.setRuled(false);
      file.setVersion(0);
      Unit decider = Objects.requireNonNull(deciders.get(one.decides()));
      stories.add(new PastStory(file, applicant, running.get(index), decider));
    }
    return stories;
  }

  void write(List<PastStory> stories) {
    ManyRows.insert(
        sql,
        APPLICANT,
        List.of(APPLICANT.fields()),
        stories.stream().map(PastStory::applicant).toList());
    clocks.write(stories.stream().map(PastStory::clock).toList());
    ManyRows.insert(
        sql, CASEFILE, List.of(CASEFILE.fields()), stories.stream().map(PastStory::file).toList());
    ManyRows.insert(
        sql,
        HANDOVER,
        HANDOVERS,
        stories.stream().map(PastStory::handover).filter(Objects::nonNull).toList());
    log.addAll(stories.stream().flatMap(story -> story.told().stream()).toList());
  }
}
