package cn.lianban.setup;

import cn.lianban.cases.MaterialState;
import cn.lianban.cases.NewCase;
import cn.lianban.cases.PastCases;
import cn.lianban.cases.PastProcedures;
import cn.lianban.cases.PastProcedures.Part;
import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.TaskType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Calendars;
import cn.lianban.setup.DemoDistrict.Places;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/**
 * Who digs up a street needs a permit that three departments handle side by side: the demo's item
 * with a procedure, and one case of it on which both co-units have been silent for too long. The
 * silence of one counts as consent, as soon as its clock fires; the other's does not.
 */
@Component
class DemoRoadWorks {
  static final String LEAD = "区城市管理局";
  static final String POLICE = "区公安分局交通管理大队";
  static final String LAND = "区自然资源局";
  private static final OpenedItem ITEM =
      new OpenedItem(
          LEAD,
          "城市道路挖掘审批",
          TaskType.LICENCE,
          ApprovalType.JOINT,
          BudgetUnit.WORKING_DAYS,
          20,
          9,
          OpenedItem.At.ALL,
          List.of("挖掘申请表", "施工方案和占道位置图", "交通组织方案", "管线产权单位意见"));
  private static final int WORKING_DAYS_AGO = 6;
  private final Units units;
  private final Items items;
  private final PastProcedures procedures;
  private final PastCases cases;
  private final Calendars calendars;
  private final Now now;

  DemoRoadWorks(
      Units units,
      Items items,
      PastProcedures procedures,
      PastCases cases,
      Calendars calendars,
      Now now) {
    this.units = units;
    this.items = items;
    this.procedures = procedures;
    this.cases = cases;
    this.calendars = calendars;
    this.now = now;
  }

  /**
   * Opens the departments and puts item, procedure and the rule about silence in force.
   *
   * @param places the departments are added there
   * @return the item
   */
  long publish(String code, Places places) {
    for (String name : List.of(LEAD, POLICE, LAND)) {
      places.departments().put(name, units.create(UnitKind.DEPARTMENT, name, null));
    }
    int lead = places.department(LEAD);
    long id = items.publish(DemoDistrict.published("SF9001-" + code, ITEM, lead));
    ITEM.materials().forEach(name -> items.addMaterial(id, name, true, true));
    items.acceptAt(id, ITEM.at().units(places));
    procedures.publish(
        id,
        "联合审查",
        List.of(
            new Part("交通组织意见", places.department(POLICE), false, 3, false),
            new Part("地下空间意见", places.department(LAND), false, 2, true),
            new Part("牵头审查", lead, true, 3, false)));
    procedures.silenceConsents("示范政办〔2026〕3号");
    return id;
  }

  /** The case that waits for its co-units; under reach ALL. */
  void tell(long item, Places places) {
    SplittableRandom random = new SplittableRandom(item);
    DemoDays days = new DemoDays(now.today(), calendars::isWorkingDay, random);
    Instant accepted = days.ago(WORKING_DAYS_AGO);
    Map<Integer, MaterialState> materials = new HashMap<>();
    for (int seq = 1; seq <= ITEM.materials().size(); seq++) {
      materials.put(seq, MaterialState.ORIGINAL_SEEN);
    }
    materials.put(cn.lianban.cases.Agent.PAPER_SEQ, MaterialState.ORIGINAL_SEEN);
    NewCase wanted =
        new NewCase(
            item,
            new DemoApplicants(random).enterprise(),
            materials,
            accepted.minusSeconds(900),
            "",
            "WINDOW",
            null,
            false);
    long id = cases.accept(wanted, places.centre(), accepted).id();
    Instant up = days.after(accepted, 0);
    cases.handUp(id, up);
    cases.sign(id, days.after(up, 0));
  }
}
