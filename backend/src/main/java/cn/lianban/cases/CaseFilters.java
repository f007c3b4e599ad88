package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.catalog.Item;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which cases leave as a file. */
final class CaseFilters {
  private static final String UNIT = "unit";
  private static final String ITEM = "item";
  private static final String SOURCE = "source";
  private static final String FROM = "from";
  private static final String TO = "to";

  /** Ids of a unit (accepting or deciding) and an item, a source, days of receipt. */
  static final Set<String> NAMES = Set.of(UNIT, ITEM, SOURCE, FROM, TO);

  private CaseFilters() {}

  static Condition condition(Selection selection) {
    Condition which = DSL.noCondition();
    String unit = selection.filter(UNIT);
    if (unit != null) {
      int id = Ids.parseInt(Unit.KIND, unit);
      which = which.and(CASEFILE.ACCEPT_UNIT_ID.eq(id).or(CASEFILE.DECIDE_UNIT_ID.eq(id)));
    }
    String item = selection.filter(ITEM);
    if (item != null) {
      which = which.and(CASEFILE.ITEM_ID.eq(Ids.parse(Item.KIND, item)));
    }
    return which.and(source(selection.filter(SOURCE))).and(days(selection));
  }

  private static Condition source(@Nullable String source) {
    if (source == null) {
      return DSL.noCondition();
    }
    return source.equals(ForeignCases.OWN)
        ? CASEFILE.FOREIGN_NO.isNull()
        : CASEFILE.SOURCE.eq(source).and(CASEFILE.FOREIGN_NO.isNotNull());
  }

  private static Condition days(Selection selection) {
    Instant from = selection.begin(FROM);
    Instant to = selection.after(TO);
    return (from == null ? DSL.noCondition() : CASEFILE.RECEIVED_AT.ge(from))
        .and(to == null ? DSL.noCondition() : CASEFILE.RECEIVED_AT.lt(to));
  }
}
