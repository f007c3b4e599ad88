package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.catalog.Item;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which ratings leave as a file. */
final class RatingFilters {
  private static final String UNIT = "unit";
  private static final String ITEM = "item";
  private static final String SOURCE = "source";
  private static final String FROM = "from";
  private static final String TO = "to";

  /** Ids of the rated unit and the item, a source, days of the rating. */
  static final Set<String> NAMES = Set.of(UNIT, ITEM, SOURCE, FROM, TO);

  private RatingFilters() {}

  static Condition condition(Selection selection) {
    Condition which = DSL.noCondition();
    String unit = selection.filter(UNIT);
    if (unit != null) {
      which = which.and(RATING.UNIT_ID.eq(Ids.parseInt(Unit.KIND, unit)));
    }
    String source = selection.filter(SOURCE);
    if (source != null) {
      which = which.and(RATING.SOURCE.eq(source));
    }
    Instant from = selection.begin(FROM);
    Instant to = selection.after(TO);
    return which
        .and(from == null ? DSL.noCondition() : RATING_SOURCE.RATED_AT.ge(from))
        .and(to == null ? DSL.noCondition() : RATING_SOURCE.RATED_AT.lt(to));
  }

  static @Nullable Long item(Selection selection) {
    String item = selection.filter(ITEM);
    return item == null ? null : Ids.parse(Item.KIND, item);
  }
}
