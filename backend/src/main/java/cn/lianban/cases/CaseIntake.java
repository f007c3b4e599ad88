package cn.lianban.cases;

import static cn.lianban.db.cases.Sequences.NUMBER_SEQ;
import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;

import cn.lianban.catalog.AcceptancePoint;
import cn.lianban.catalog.AcceptancePoints;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.Material;
import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.StartDuty;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a newly accepted case: applicant, case, clock, materials, history. */
@Component
class CaseIntake {
  private final DSLContext sql;
  private final Items items;
  private final AcceptancePoints points;
  private final Clocks clocks;
  private final Districts districts;
  private final CaseLog log;
  private final Reuse reuse;

  CaseIntake(
      DSLContext sql,
      Items items,
      AcceptancePoints points,
      Clocks clocks,
      Districts districts,
      CaseLog log,
      Reuse reuse) {
    this.sql = sql;
    this.items = items;
    this.points = points;
    this.clocks = clocks;
    this.districts = districts;
    this.log = log;
    this.reuse = reuse;
  }

  /**
   * @param at the moment of acceptance, which the clock starts from; may be past for imports
   * @return the case's id
   * @throws Rejected when the item or a material stands in the way
   */
  long open(NewCase wanted, Unit unit, By by, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Now.CHINA);
    Item item = items.inForceOn(wanted.itemId(), day).orElseThrow(CaseIntake::noSuchItem);
    int promised = checkItem(item, day);
    int decides = decidingUnit(item, unit);
    List<Material> listed = items.materials(item);
    if (wanted.foreignNo() == null) {
      checkMaterials(listed, wanted.materials()); // the papers of a foreign case lie elsewhere
    }
    Map<Integer, String> reused = reuse.find(listed, wanted, day);
    District district = districts.current().orElseThrow();
    long applicant = insertApplicant(district.id(), wanted.applicant(), unit);
    long id = insertCase(district, wanted, item, unit, decides, applicant, at);
    insertMaterials(district.id(), id, listed, wanted.materials(), reused, unit);
    long duty = clocks.start(duty(id, item, promised, unit, at, wanted.test(), by.worker()));
    sql.update(CASEFILE)
        .set(CASEFILE.DUTY_ID, duty)
        .where(CASEFILE.DISTRICT_ID.eq(district.id()), CASEFILE.ID.eq(id))
        .execute();
    CaseLog.Place place = new CaseLog.Place(id, subDistrict(unit), unit.atDistrictLevel());
    log.add(place, CaseEventKind.RECEIVED, by, wanted.receivedAt(), "");
    log.add(place, CaseEventKind.ACCEPTED, by, at, wanted.note());
    return id;
  }

  private static Rejected noSuchItem() {
    return new Rejected("NOT_FOUND", "itemId", "没有这个事项");
  }

  /**
   * An item cancelled by an upper-level decision is refused at intake; one without a promise too.
   */
  private static int checkItem(Item item, LocalDate day) {
    LocalDate cancelled = item.cancelledOn();
    if (cancelled != null && !cancelled.isAfter(day)) {
      String paper = item.cancelDocument() == null ? "" : "（" + item.cancelDocument() + "）";
      throw new Rejected(
          "ITEM_CANCELLED", "itemId", "该事项已于 " + cancelled + " 取消" + paper + "，不得受理");
    }
    if (item.promisedLimit() == null) {
      throw new Rejected("ITEM_WITHOUT_LIMIT", "itemId", "该事项的承诺时限尚未确认，暂不能受理");
    }
    return item.promisedLimit();
  }

  /** The department, or the accepting unit itself where the item is delegated to it (委托/下放). */
  private int decidingUnit(Item item, Unit unit) {
    if (item.unitId() == unit.id()) {
      return unit.id();
    }
    AcceptancePoint point =
        points
            .find(item.id(), unit.id())
            .orElseThrow(() -> new Rejected("ITEM_NOT_ACCEPTABLE_HERE", "itemId", "本单位未开通受理该事项"));
    return point.delegated() ? unit.id() : item.unitId();
  }

  private static void checkMaterials(List<Material> listed, Map<Integer, MaterialState> seen) {
    for (Material material : listed) {
      MaterialState state = seen.get(material.seq());
      if (material.required() && (state == null || state == MaterialState.OWED)) {
        throw new Rejected("MATERIAL_MISSING", "materials", "缺少必要材料：" + material.name());
      }
    }
  }

  private static StartDuty duty(
      long id,
      Item item,
      int promised,
      Unit unit,
      Instant at,
      boolean test,
      @Nullable Long worker) {
    return new StartDuty(
        "CASE",
        CaseFile.KIND,
        id,
        item.id(),
        unit.id(),
        item.name(),
        subDistrict(unit),
        unit.atDistrictLevel(),
        new Budget(promised, BudgetUnit.valueOf(item.limitUnit().name())),
        item.statutoryLimit(),
        at,
        test,
        worker);
  }

  private long insertApplicant(int district, Applicant applicant, Unit unit) {
    return sql.insertInto(APPLICANT)
        .set(APPLICANT.DISTRICT_ID, district)
        .set(APPLICANT.SUB_DISTRICT_ID, subDistrict(unit))
        .set(APPLICANT.AT_DISTRICT, unit.atDistrictLevel())
        .set(APPLICANT.KIND, applicant.kind().name())
        .set(APPLICANT.NAME, applicant.name())
        .set(APPLICANT.ID_KIND, applicant.idKind().name())
        .set(APPLICANT.ID_NUMBER, applicant.idNumber())
        .set(APPLICANT.MOBILE, applicant.mobile())
        .set(APPLICANT.AGENT_NAME, applicant.agentName())
        .returning(APPLICANT.ID)
        .fetchSingle()
        .getId();
  }

  private long insertCase(
      District district,
      NewCase wanted,
      Item item,
      Unit unit,
      int decides,
      long applicant,
      Instant at) {
    long sequence = sql.nextval(NUMBER_SEQ);
    String number = CaseNumber.of(district.code(), LocalDate.ofInstant(at, Now.CHINA), sequence);
    return sql.insertInto(CASEFILE)
        .set(CASEFILE.DISTRICT_ID, district.id())
        .set(CASEFILE.SUB_DISTRICT_ID, subDistrict(unit))
        .set(CASEFILE.AT_DISTRICT, unit.atDistrictLevel())
        .set(CASEFILE.NUMBER, number)
        .set(CASEFILE.ITEM_ID, item.id())
        .set(CASEFILE.ITEM_EDITION, item.edition())
        .set(CASEFILE.APPLICANT_ID, applicant)
        .set(CASEFILE.ACCEPT_UNIT_ID, unit.id())
        .set(CASEFILE.DECIDE_UNIT_ID, decides)
        .set(CASEFILE.HOLDER_UNIT_ID, unit.id())
        .set(CASEFILE.STATUS, CaseStatus.ACCEPTED.name())
        .set(CASEFILE.RECEIVED_AT, wanted.receivedAt())
        .set(CASEFILE.ACCEPTED_AT, at)
        .set(CASEFILE.QUERY_HASH, new byte[0])
        .set(CASEFILE.SOURCE, wanted.source())
        .set(CASEFILE.FOREIGN_NO, wanted.foreignNo())
        .set(CASEFILE.FOREIGN_DUE_ON, wanted.foreignDueOn())
        .set(CASEFILE.TEST, wanted.test())
        .returning(CASEFILE.ID)
        .fetchSingle()
        .getId();
  }

  private void insertMaterials(
      int district,
      long id,
      List<Material> listed,
      Map<Integer, MaterialState> seen,
      Map<Integer, String> reused,
      Unit unit) {
    var rows =
        listed.stream()
            .filter(material -> seen.containsKey(material.seq()))
            .map(
                material -> {
                  var row = sql.newRecord(CASE_MATERIAL);
                  row.setDistrictId(district);
                  row.setCaseId(id);
                  row.setSeq(material.seq());
                  row.setSubDistrictId(subDistrict(unit));
                  row.setAtDistrict(unit.atDistrictLevel());
                  row.setName(material.name());
                  row.setState(Objects.requireNonNull(seen.get(material.seq())).name());
                  row.setReusedFrom(reused.get(material.seq()));
                  return row;
                })
            .toList();
    if (!rows.isEmpty()) {
      sql.insertInto(CASE_MATERIAL).set(rows).execute();
    }
  }

  private static @Nullable Integer subDistrict(Unit unit) {
    return unit.subDistrict() == null ? null : unit.subDistrict().id();
  }
}
