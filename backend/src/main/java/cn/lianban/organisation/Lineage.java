package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.UNIT_CHANGE;
import static cn.lianban.db.organisation.Tables.UNIT_CHANGE_PART;

import cn.lianban.tenancy.TenantScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who stands for a closed unit today. Figures are kept under the unit that earned them ("as then");
 * read "as today" they go to its main heir, and on to that one's.
 */
@Component
public class Lineage {
  private final DSLContext sql;
  private final TenantScope scope;

  Lineage(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Every unit that has ended and the open unit that stands for it; one statement. */
  public Map<Integer, Integer> heirs() {
    Map<Integer, Integer> next =
        sql.select(UNIT_CHANGE_PART.FROM_UNIT_ID, UNIT_CHANGE_PART.TO_UNIT_ID)
            .from(UNIT_CHANGE_PART)
            .join(UNIT_CHANGE)
            .on(UNIT_CHANGE.DISTRICT_ID.eq(UNIT_CHANGE_PART.DISTRICT_ID))
            .and(UNIT_CHANGE.ID.eq(UNIT_CHANGE_PART.CHANGE_ID))
            .where(UNIT_CHANGE_PART.DISTRICT_ID.eq(scope.district()))
            .and(UNIT_CHANGE.DONE_AT.isNotNull())
            .and(UNIT_CHANGE_PART.MAIN)
            .and(UNIT_CHANGE_PART.ENDS)
            .fetchMap(UNIT_CHANGE_PART.FROM_UNIT_ID, UNIT_CHANGE_PART.TO_UNIT_ID);
    Map<Integer, Integer> heirs = new HashMap<>();
    next.keySet().forEach(unit -> heirs.put(unit, last(unit, next)));
    return heirs;
  }

  /** The unit itself and all whose figures are its own when read as today. */
  public Set<Integer> withPredecessors(int unitId) {
    Set<Integer> all = new HashSet<>(Set.of(unitId));
    heirs()
        .forEach(
            (unit, heir) -> {
              if (heir == unitId) {
                all.add(unit);
              }
            });
    return all;
  }

  /** A unit ends once, so the chain has no ring. */
  private static int last(int unit, Map<Integer, Integer> next) {
    int current = unit;
    Integer heir = next.get(current);
    while (heir != null) {
      current = heir;
      heir = next.get(current);
    }
    return current;
  }
}
