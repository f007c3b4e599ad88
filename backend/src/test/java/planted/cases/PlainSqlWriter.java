package planted.cases;

import org.jooq.DSLContext;

/** Planted: a plain SQL string could choose its tenant. */
class PlainSqlWriter {
  Object read(DSLContext sql) {
    return sql.fetch("select 1");
  }
}
