package cn.lianban.setup;

import cn.lianban.audit.AuditTrail;
import cn.lianban.cases.Cases;
import cn.lianban.cases.PastCases.Opened;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.NewItem;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The demo district: invented places, departments, items, people and a year of past. Its code is no
 * division of the country's, so nothing in it can be taken for somebody's.
 */
@Component
class DemoDistrict {
  static final String CODE = "990101";
  private static final String NAME = "示范区";
  private static final String CENTRE = "示范区政务服务中心";

  /** Two cores: one computes while the other waits for the database. */
  private static final int LANES = 3;

  private static final String ACTOR = "job:demo";
  private static final List<String> PLACES = List.of("云溪街道", "梧桐街道", "石桥镇", "青禾乡");
  private final TenantScope scope;
  private final Districts districts;
  private final Units units;
  private final Items items;
  private final DemoPeople people;
  private final DemoPast past;
  private final DemoRoadWorks works;
  private final Cases cases;
  private final AuditTrail audit;

  DemoDistrict(
      TenantScope scope,
      Districts districts,
      Units units,
      Items items,
      DemoPeople people,
      DemoPast past,
      DemoRoadWorks works,
      Cases cases,
      AuditTrail audit) {
    this.scope = scope;
    this.districts = districts;
    this.units = units;
    this.items = items;
    this.people = people;
    this.past = past;
    this.works = works;
    this.cases = cases;
    this.audit = audit;
  }

  /**
   * Builds the district: places and items first, then the year in lanes side by side, the accounts
   * last, so that a load that was broken off is noticed.
   *
   * @param count how many cases its year had
   * @return a case to follow with its query password; empty when the district is there already
   * @throws IllegalStateException when an earlier load was broken off
   */
  Optional<Sample> load(int count) {
    return load(CODE, count);
  }

  /** As {@link #load(int)}, under another code; account names end with the code then. */
  Optional<Sample> load(String code, int count) {
    int id = districts.open(code, NAME);
    Optional<Ground> ground = in(id, () -> begin(code));
    return ground.map(
        ready -> {
          List<Opened> shown = writeYear(id, ready.items(), count);
          return in(id, () -> finish(code, ready, shown, count));
        });
  }

  private <T> T in(int id, Supplier<T> work) {
    return scope.inDistrict(id, Reach.ALL, ACTOR, () -> scope.write(work));
  }

  private Optional<Ground> begin(String code) {
    if (units.all().isEmpty()) {
      Places places = places(code);
      List<OpenItem> open = publish(places);
      return Optional.of(new Ground(places, open, works.publish(code, places)));
    }
    if (people.exist(code)) {
      return Optional.empty();
    }
    throw new IllegalStateException("the demo district is half loaded: make reset");
  }

  private List<Opened> writeYear(int id, List<OpenItem> items, int count) {
    try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
      List<Future<Opened>> running = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        int lane = i;
        running.add(lanes.submit(() -> in(id, () -> past.write(items, count / LANES, lane))));
      }
      List<Opened> shown = new ArrayList<>();
      for (Future<Opened> one : running) {
        shown.add(one.get());
      }
      return shown;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("demo district not loaded: make reset", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Sample finish(String code, Ground ground, List<Opened> shown, int count) {
    people.create(code, ground.places());
    works.tell(ground.joint(), ground.places());
    Map<String, Integer> facts = Map.of("cases", count, "items", ground.items().size());
    audit.record("demo.load", "district:" + code, facts);
    Opened opened = shown.getFirst();
    return new Sample(cases.find(opened.id()).orElseThrow().number(), opened.queryPassword());
  }

  private Places places(String code) {
    Map<String, Office> offices = new LinkedHashMap<>();
    int centre = units.create(UnitKind.CENTRE, CENTRE, null);
    for (int i = 0; i < PLACES.size(); i++) {
      String name = PLACES.get(i);
      int place = districts.addSubDistrict(code + "%03d".formatted(i + 1), name);
      int unit = units.create(UnitKind.SUB_DISTRICT_OFFICE, name + "便民服务中心", place);
      offices.put(name, new Office(unit, place));
    }
    return new Places(centre, offices, new LinkedHashMap<>());
  }

  private List<OpenItem> publish(Places places) {
    List<OpenItem> open = new ArrayList<>();
    for (OpenedItem wanted : OpenedItem.read("setup/demo-items.csv")) {
      int department =
          places
              .departments()
              .computeIfAbsent(
                  Objects.requireNonNull(wanted.department()),
                  name -> units.create(UnitKind.DEPARTMENT, name, null));
      String code = "SF%04d-%s".formatted(open.size() + 1, CODE);
      long id = items.publish(published(code, wanted, department));
      wanted.materials().forEach(name -> items.addMaterial(id, name, true, true));
      List<Integer> at = wanted.at().units(places);
      items.acceptAt(id, at);
      open.add(new OpenItem(id, wanted, department, at));
    }
    return open;
  }

  static NewItem published(String code, OpenedItem wanted, int department) {
    return new NewItem(
        code,
        wanted.name(),
        wanted.department() + "事项",
        wanted.taskType(),
        wanted.approvalType(),
        department,
        wanted.statutory(),
        wanted.promised(),
        wanted.unit(),
        true);
  }

  /**
   * @param joint the item that several departments handle; the year is of the others
   */
  private record Ground(Places places, List<OpenItem> items, long joint) {}

  /** What is printed on a receipt. */
  record Sample(String number, String password) {}

  /** An office and its sub-district. */
  record Office(int unit, int subDistrict) {}

  /** Units by name. */
  record Places(int centre, Map<String, Office> offices, Map<String, Integer> departments) {
    List<Integer> officeUnits() {
      return offices.values().stream().map(Office::unit).toList();
    }

    int department(String name) {
      return Objects.requireNonNull(departments.get(name), name);
    }
  }

  /**
   * @param at the units that accept it
   */
  record OpenItem(long id, OpenedItem wanted, int department, List<Integer> at) {}
}
