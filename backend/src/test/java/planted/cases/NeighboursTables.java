package planted.cases;

import static cn.lianban.db.clock.Tables.DUTY;

import org.jooq.Table;

/** Planted: a table of another room. */
class NeighboursTables {
  Table<?> duties() {
    return DUTY;
  }
}
