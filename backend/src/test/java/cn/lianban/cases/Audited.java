package cn.lianban.cases;

import static cn.lianban.db.audit.Tables.ENTRY;

import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.List;
import org.jooq.DSLContext;

/** What the audit of a district says. */
final class Audited {
  private Audited() {}

  /** The facts of every entry of the action, in order. */
  static List<String> facts(
      TestDistricts districts, DSLContext sql, TestDistrict here, String action) {
    return districts.in(
        here.id(),
        () ->
            sql.select(ENTRY.FACTS)
                .from(ENTRY)
                .where(ENTRY.DISTRICT_ID.eq(here.id()), ENTRY.ACTION.eq(action))
                .orderBy(ENTRY.ID)
                .fetch(ENTRY.FACTS));
  }
}
