package cn.lianban.setup;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.NewItem;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.NationalNotices;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sets up a real district from public files, one transaction a kind. What is there already stays as
 * it is, so that a second run changes nothing.
 */
@Component
class DistrictImport {
  private static final String ACTOR = "job:import-demo";
  private static final String CENTRE = "区政务服务中心";
  private static final String OPENED = "setup/opened-items.csv";
  private final TenantScope scope;
  private final Districts districts;
  private final Units units;
  private final Items items;
  private final NationalNotices notices;
  private final Staff staff;

  DistrictImport(
      TenantScope scope,
      Districts districts,
      Units units,
      Items items,
      NationalNotices notices,
      Staff staff) {
    this.scope = scope;
    this.districts = districts;
    this.units = units;
    this.items = items;
    this.notices = notices;
    this.staff = staff;
  }

  /**
   * @param data the folder with divisions/, holidays/ and service-items/
   * @param code the district's, 6 digits of GB/T 2260
   * @param say hears a line after each kind
   * @throws IllegalArgumentException when a file or the district is missing
   */
  Outcome run(Path data, String code, Consumer<String> say) throws IOException {
    Division district = Division.district(data, code);
    List<Division> townships = Division.subDistricts(data, code);
    PublishedList list = PublishedList.read(data, code);
    HolidayFiles holidays = HolidayFiles.read(data);
    List<OpenedItem> opened = OpenedItem.read(OPENED);

    Steps steps = new Steps(say);
    scope.onPlatform(Reach.PLATFORM, ACTOR, () -> holidays(holidays, steps));
    int id = districts.open(code, district.name());
    List<Staff.Created> created = new ArrayList<>();
    scope.inDistrict(
        id,
        Reach.ALL,
        ACTOR,
        () -> {
          steps.take("sub-districts and their offices", townships.size(), () -> places(townships));
          steps.take("departments", list.departments().size(), () -> departments(list));
          steps.take("service items", list.items(), () -> publish(list));
          steps.take("items opened in the sub-districts", opened.size(), () -> open(opened));
          created.addAll(accounts(code, opened, steps));
          return true;
        });
    return new Outcome(steps.done, created);
  }

  private boolean holidays(HolidayFiles files, Steps steps) {
    steps.take(
        "published holiday years",
        files.papers().size(),
        () ->
            (int)
                files.papers().entrySet().stream()
                    .filter(year -> notices.publish(year.getKey(), year.getValue()))
                    .count());
    steps.take(
        "days off and make-up days", files.days().size(), () -> notices.putDays(files.days()));
    return true;
  }

  private int places(List<Division> townships) {
    Map<String, Unit> known = byName();
    int before = known.size();
    if (!known.containsKey(CENTRE)) {
      units.create(UnitKind.CENTRE, CENTRE, null);
    }
    for (Division township : townships) {
      int id = districts.addSubDistrict(township.code(), township.name());
      String office = township.name() + "便民服务中心";
      if (!known.containsKey(office)) {
        units.create(UnitKind.SUB_DISTRICT_OFFICE, office, id);
      }
    }
    return byName().size() - before;
  }

  private int departments(PublishedList list) {
    Map<String, Unit> known = byName();
    int changed = 0;
    for (PublishedList.Department department : list.departments()) {
      Unit unit = known.get(department.name());
      int id =
          unit == null ? units.create(UnitKind.DEPARTMENT, department.name(), null) : unit.id();
      boolean alias = false;
      for (String code : department.codes()) {
        alias |= units.addAlias(id, code);
      }
      changed += unit == null || alias ? 1 : 0;
    }
    return changed;
  }

  private int publish(PublishedList list) {
    Map<String, Unit> known = byName();
    Set<String> codes = new HashSet<>(items.byCode().keySet());
    int added = 0;
    for (PublishedList.Department department : list.departments()) {
      int unit = Objects.requireNonNull(known.get(department.name())).id();
      for (PublishedList.Entry entry : department.items()) {
        if (codes.add(entry.code())) {
          items.publish(
              NewItem.published(
                  entry.code(), entry.name(), entry.mainItem(), entry.taskType(), unit));
          added++;
        }
      }
    }
    return added;
  }

  /** Only items that nobody has confirmed a promise for: what people have set stays. */
  private int open(List<OpenedItem> opened) {
    Map<String, Item> known = itemsByName();
    List<Integer> offices = offices().stream().map(Unit::id).toList();
    int changed = 0;
    for (OpenedItem wanted : opened) {
      Item item = known.get(wanted.name());
      if (item != null && item.promisedLimit() == null) {
        items.setLimits(
            item.id(),
            wanted.approvalType(),
            wanted.statutory(),
            wanted.promised(),
            BudgetUnit.WORKING_DAYS,
            true);
        wanted.materials().forEach(name -> items.addMaterial(item.id(), name, true, true));
        items.acceptAt(item.id(), offices);
        changed++;
      }
    }
    return changed;
  }

  private List<Staff.Created> accounts(String code, List<OpenedItem> opened, Steps steps) {
    Map<String, Item> known = itemsByName();
    Set<Integer> owners =
        opened.stream()
            .map(wanted -> known.get(wanted.name()))
            .filter(Objects::nonNull)
            .map(Item::unitId)
            .collect(Collectors.toSet());
    List<Unit> departments =
        units.byIds(owners).values().stream().sorted(Comparator.comparing(Unit::id)).toList();
    List<Unit> offices = offices();
    List<Staff.Created> created = new ArrayList<>();
    steps.take(
        "staff accounts",
        4 + offices.size() + 2 * departments.size(),
        () -> {
          created.addAll(staff.create(code, offices, departments));
          return created.size();
        });
    return created;
  }

  private List<Unit> offices() {
    return units.all().stream()
        .filter(unit -> unit.kind() == UnitKind.SUB_DISTRICT_OFFICE)
        .sorted(Comparator.comparing(Unit::id))
        .toList();
  }

  private Map<String, Unit> byName() {
    return units.all().stream().collect(Collectors.toMap(Unit::name, Function.identity()));
  }

  private Map<String, Item> itemsByName() {
    return items.byCode().values().stream()
        .sorted(Comparator.comparing(Item::id))
        .collect(Collectors.toMap(Item::name, Function.identity(), (first, second) -> first));
  }

  /** One transaction a kind. */
  private final class Steps {
    private final List<Tally> done = new ArrayList<>();
    private final Consumer<String> say;

    Steps(Consumer<String> say) {
      this.say = say;
    }

    void take(String kind, int total, IntSupplier step) {
      Tally tally = new Tally(kind, total, scope.write(() -> step.getAsInt()));
      done.add(tally);
      say.accept(tally.toString());
    }
  }

  /**
   * @param accounts the ones created now, with their first passwords
   */
  record Outcome(List<Tally> tallies, List<Staff.Created> accounts) {
    boolean changedNothing() {
      return tallies.stream().allMatch(tally -> tally.changed() == 0);
    }
  }
}
