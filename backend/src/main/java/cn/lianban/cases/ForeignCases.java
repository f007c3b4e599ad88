package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases behind the rows of a file; one statement for any number of them. */
@Component
class ForeignCases {
  /** What a case of our own is called among the sources; its number is ours. */
  static final String OWN = "联办";

  private static final int PAGE = 500;

  private final DSLContext sql;
  private final TenantScope scope;
  private final ForeignRows rows;

  ForeignCases(DSLContext sql, TenantScope scope, ForeignRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
  }

  /** The cases that are here already under these sources and numbers. */
  List<Row> known(List<Row> wanted) {
    Map<String, Row> asked = new HashMap<>();
    wanted.forEach(row -> asked.put(key(row), row));
    List<CasefileRecord> found = found(wanted);
    List<Row> masked = rows.of(found, true);
    List<Row> known = new ArrayList<>();
    for (Row row : rows.of(found, false)) {
      known.add(unmasked(row, masked.get(known.size()), asked.get(key(row))));
    }
    return known;
  }

  /** Who sends our own list back sends our own masks: they say nothing new. */
  private static Row unmasked(Row there, Row masked, @Nullable Row asked) {
    Row same = there;
    for (String column : CaseColumns.MASKED) {
      String text = asked == null ? null : asked.text(column);
      if (text != null && text.equals(masked.text(column))) {
        same = same.with(column, text);
      }
    }
    return asked != null
            && asked.has(CaseColumns.PAUSE_REASON)
            && asked.text(CaseColumns.PAUSE_REASON) == null
        ? same.with(CaseColumns.PAUSE_REASON, null)
        : same;
  }

  /** Those of these numbers that are cases of our own. */
  List<String> own(Collection<String> numbers) {
    return sql.select(CASEFILE.NUMBER)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASEFILE.NUMBER, numbers))
        .and(CASEFILE.FOREIGN_NO.isNull())
        .fetch(CASEFILE.NUMBER);
  }

  /** Number of our own by source and foreign number. */
  Map<String, Long> ids(List<Row> wanted) {
    Map<String, Long> ids = new HashMap<>();
    found(wanted).forEach(row -> ids.put(key(row), row.getId()));
    return ids;
  }

  static String key(@Nullable String source, @Nullable String foreignNo) {
    return source + "\u001f" + foreignNo;
  }

  static String key(Row row) {
    return key(row.text(CaseColumns.SOURCE), row.text(CaseColumns.FOREIGN_NO));
  }

  List<CasefileRecord> found(List<Row> wanted) {
    Set<String> keys = new HashSet<>();
    wanted.forEach(row -> keys.add(key(row)));
    boolean own = wanted.stream().anyMatch(row -> OWN.equals(row.text(CaseColumns.SOURCE)));
    List<String> numbers =
        wanted.stream().map(row -> row.need(CaseColumns.FOREIGN_NO)).distinct().toList();
    return sql
        .selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(named(numbers, own))
        .and(CASEFILE.FOREIGN_NO.isNotNull().orNot(CASEFILE.TEST))
        .fetch()
        .stream()
        .filter(row -> keys.contains(key(row)))
        .toList();
  }

  private static Condition named(List<String> numbers, boolean own) {
    Condition foreign = Among.these(CASEFILE.FOREIGN_NO, numbers);
    return own ? foreign.or(Among.these(CASEFILE.NUMBER, numbers)) : foreign;
  }

  private static String key(CasefileRecord row) {
    return row.getForeignNo() == null
        ? key(OWN, row.getNumber())
        : key(row.getSource(), row.getForeignNo());
  }

  /** A page of all cases in the caller's reach behind an id, tests left out. */
  List<CasefileRecord> page(Condition which, long after) {
    return sql.selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.gt(after))
        .andNot(CASEFILE.TEST)
        .and(which)
        .orderBy(CASEFILE.ID)
        .limit(PAGE)
        .fetch();
  }
}
