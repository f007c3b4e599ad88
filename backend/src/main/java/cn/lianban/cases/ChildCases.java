package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.cases.CaseClocks.Owner;
import cn.lianban.cases.IntakeRows.Coming;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * One form, several items (高效办成一件事): a step that is an item of its own becomes a case of that item,
 * with its own number and clock, decided by its own department. Its lateness is its own.
 */
@Component
class ChildCases {
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseQueries queries;
  private final IntakeRows rows;
  private final CaseClocks clocks;
  private final Items items;
  private final Units units;
  private final Districts districts;
  private final Endings endings;
  private final CaseLog log;

  ChildCases(
      DSLContext sql,
      TenantScope scope,
      CaseQueries queries,
      IntakeRows rows,
      CaseClocks clocks,
      Items items,
      Units units,
      Districts districts,
      Endings endings,
      CaseLog log) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.rows = rows;
    this.clocks = clocks;
    this.items = items;
    this.units = units;
    this.districts = districts;
    this.endings = endings;
    this.log = log;
  }

  /**
   * @throws Rejected ITEM_CANCELLED, ITEM_WITHOUT_LIMIT of the child's item, which is named
   */
  CaseFile open(CaseFile parent, CaseStep step, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Now.CHINA);
    long itemId = Objects.requireNonNull(step.childItemId());
    Item item = items.inForceOn(itemId, day).orElseThrow();
    int promised = promise(item, step, day);
    Unit unit = units.find(item.unitId()).orElseThrow();
    NewCase wanted =
        new NewCase(item.id(), applicant(parent), Map.of(), at, "", "PARENT", null, parent.test());
    long id =
        rows.insert(
            districts.current().orElseThrow(), new Coming(wanted, item, unit, unit.id(), at, at));
    sql.update(CASEFILE)
        .set(CASEFILE.PARENT_ID, parent.id())
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(id))
        .execute();
    CaseLog.Place place = new CaseLog.Place(id, IntakeRows.subDistrict(unit), true);
    Owner owner = new Owner(place, unit.id(), parent.test(), null);
    rows.runsUnder(id, clocks.decision(owner, item, promised, null, at), null);
    By by = new By(unit.id(), null);
    log.add(place, CaseEventKind.ACCEPTED, by, at, "由办件 " + parent.number() + " 发起");
    return find(id);
  }

  /** Whoever opens the stage is told which of its items stands in the way. */
  private static int promise(Item item, CaseStep step, LocalDate day) {
    try {
      return IntakeRules.promise(item, day);
    } catch (Rejected refused) {
      throw new Rejected(
          refused.code(),
          null,
          "环节“"
              + step.name()
              + "”的子事项“"
              + item.name()
              + "”不能受理："
              + refused.toUserError().message());
    }
  }

  private Applicant applicant(CaseFile parent) {
    return Objects.requireNonNull(
        queries.applicants(List.of(parent.applicantId())).get(parent.applicantId()));
  }

  CaseFile find(long id) {
    return Objects.requireNonNull(queries.byIds(List.of(id)).get(id));
  }

  void end(long id, CaseStatus status, Instant at) {
    CaseFile child = find(id);
    if (child.status().isOpen()) {
      By by = new By(child.decideUnitId(), null);
      endings.end(child, child.version(), by, status, "主办件已终止", at);
    }
  }
}
