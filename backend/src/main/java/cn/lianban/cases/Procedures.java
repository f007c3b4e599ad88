package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Procedures of items in versions; running cases stay on the one they began with. */
@Component
class Procedures {
  private final ProcedureRows rows;
  private final Items items;
  private final Units units;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Procedures(
      ProcedureRows rows,
      Items items,
      Units units,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now) {
    this.rows = rows;
    this.items = items;
    this.units = units;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  boolean mayEdit(int departmentId) {
    return posts.holds(Role.DISTRICT_ADMIN)
        || posts.seat(departmentId, Role.DEPARTMENT_HEAD).isPresent();
  }

  /**
   * @throws Rejected NOT_FOUND at itemId, DRAFT_OPEN
   */
  long draft(String key, Object input, long itemId) {
    posts.require(Role.DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    return once.run(
            key,
            input,
            () -> {
              Item item =
                  items
                      .find(itemId)
                      .orElseThrow(() -> new Rejected("NOT_FOUND", "itemId", "没有这个事项"));
              authorise(item);
              List<Procedure> known = rows.ofItem(itemId);
              if (known.stream().anyMatch(one -> one.state() == Procedure.State.DRAFT)) {
                throw new Rejected("DRAFT_OPEN", "itemId", "该事项已有在拟的流程");
              }
              Procedure base =
                  known.stream()
                      .filter(one -> one.state() == Procedure.State.IN_FORCE)
                      .findFirst()
                      .orElse(null);
              int no = known.isEmpty() ? 1 : known.getFirst().no() + 1;
              long id = rows.insert(itemId, no, base != null && base.joint());
              if (base != null) {
                rows.steps(id, base.steps());
              }
              record("procedure.draft", id, itemId);
              return id;
            })
        .id();
  }

  /**
   * @param version the row's version the caller saw
   */
  record Change(String key, Object input, long id, int version) {}

  /**
   * @throws Rejected NOT_FOUND, WRONG_STATE, VERSION_CONFLICT, those of {@link ProcedureRules}
   */
  long save(Change change, boolean joint, List<Procedure.Step> typed) {
    posts.require(Role.DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    return once.run(
            change.key(),
            change.input(),
            () -> {
              Procedure before = drafted(change.id());
              List<Procedure.Step> steps = ProcedureRules.checked(typed);
              checkRows(steps);
              rows.update(before, change.version(), Procedure.State.DRAFT, joint);
              rows.steps(before.id(), steps);
              record("procedure.save", before.id(), before.itemId());
              return before.id();
            })
        .id();
  }

  /**
   * In force from now on; the one before retires. Refusals as of {@link #save},
   * CHILD_NOT_ACCEPTABLE at steps.
   */
  long publish(Change change) {
    posts.require(Role.DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    return once.run(
            change.key(),
            change.input(),
            () -> {
              Procedure draft = drafted(change.id());
              ProcedureRules.checked(draft.steps());
              checkChildren(draft.steps());
              rows.inForce(draft.itemId())
                  .ifPresent(
                      old -> rows.update(old, old.version(), Procedure.State.RETIRED, old.joint()));
              rows.update(draft, change.version(), Procedure.State.IN_FORCE, draft.joint());
              record("procedure.publish", draft.id(), draft.itemId());
              return draft.id();
            })
        .id();
  }

  /**
   * A version in force, or a draft, is given up; cases that began with it go on with it.
   *
   * @throws Rejected NOT_FOUND, WRONG_STATE, VERSION_CONFLICT
   */
  long retire(Change change) {
    posts.require(Role.DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    return once.run(
            change.key(),
            change.input(),
            () -> {
              Procedure found = mine(change.id());
              if (found.state() == Procedure.State.RETIRED) {
                throw new Rejected("WRONG_STATE", null, "该流程已停用");
              }
              rows.update(found, change.version(), Procedure.State.RETIRED, found.joint());
              record("procedure.retire", found.id(), found.itemId());
              return found.id();
            })
        .id();
  }

  private Procedure mine(long id) {
    Procedure found = rows.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这个流程"));
    authorise(items.find(found.itemId()).orElseThrow());
    return found;
  }

  private Procedure drafted(long id) {
    Procedure found = mine(id);
    if (found.state() != Procedure.State.DRAFT) {
      throw new Rejected("WRONG_STATE", null, "只能修改在拟的流程");
    }
    return found;
  }

  private void authorise(Item item) {
    if (!mayEdit(item.unitId())) {
      throw Problem.forbidden();
    }
  }

  /** Units of the district's level that are open, and items that are there. */
  private void checkRows(List<Procedure.Step> steps) {
    Map<Integer, Unit> named =
        units.byIds(steps.stream().map(Procedure.Step::unitId).collect(Collectors.toSet()));
    for (Procedure.Step step : steps) {
      Unit unit = named.get(step.unitId());
      if (unit == null || !unit.open() || !unit.atDistrictLevel()) {
        throw new Rejected("NOT_FOUND", "steps", "“" + step.name() + "”的单位须是区级在设单位");
      }
    }
    List<Long> children = children(steps);
    if (!children.isEmpty() && items.byIds(children).size() != children.size()) {
      throw new Rejected("NOT_FOUND", "steps", "没有这个子事项");
    }
  }

  /** A stage with a child that cannot be accepted would stop every case when it begins. */
  private void checkChildren(List<Procedure.Step> steps) {
    LocalDate today = now.today();
    for (Item child : items.byIds(children(steps)).values()) {
      LocalDate cancelled = child.cancelledOn();
      if (child.promisedLimit() == null || cancelled != null && !cancelled.isAfter(today)) {
        throw new Rejected(
            "CHILD_NOT_ACCEPTABLE", "steps", "子事项“" + child.name() + "”已取消或承诺时限尚未确认，不能作为子办件");
      }
    }
  }

  private static List<Long> children(List<Procedure.Step> steps) {
    return steps.stream()
        .map(Procedure.Step::childItemId)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  private void record(String action, long id, long itemId) {
    audit.record(action, "item:" + itemId, Map.of("procedure", id));
  }
}
