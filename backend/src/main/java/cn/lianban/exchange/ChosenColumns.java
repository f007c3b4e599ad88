package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.SHEET;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which sheet, header and columns of a file the importer means; his next file begins with them. */
@Component
class ChosenColumns {
  private final DSLContext sql;
  private final TenantScope scope;
  private final ImportQueries queries;
  private final Remembered remembered;

  ChosenColumns(DSLContext sql, TenantScope scope, ImportQueries queries, Remembered remembered) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.remembered = remembered;
  }

  /** Where the names of the columns stand: lines of a sheet, from 1. */
  record Header(int sheet, int first, int last) {}

  /**
   * In the caller's transaction.
   *
   * @throws Rejected INVALID, IDENTITY_MISSING
   */
  void choose(DataImport one, Kind kind, Header header, Plan plan) {
    ImportQueries.Sheet sheet = sheet(one, header);
    check(kind, plan);
    keep(one, sheet, header, plan);
  }

  private ImportQueries.Sheet sheet(DataImport one, Header header) {
    if (header.first() < 1
        || header.last() < header.first()
        || header.last() > header.first() + 1) {
      throw new Rejected("INVALID", "input.headerLast", "表头须是一行或相邻的两行");
    }
    return queries.sheets(one.number()).stream()
        .filter(found -> found.index() == header.sheet())
        .findFirst()
        .orElseThrow(() -> new Rejected("INVALID", "input.sheet", "没有这个工作表"));
  }

  private static void check(Kind kind, Plan plan) {
    Set<String> known = new HashSet<>(kind.columns().stream().map(Column::key).toList());
    if (!known.containsAll(plan.keys())
        || plan.columns().size() + plan.constants().size() != plan.keys().size()
        || plan.columns().keySet().stream().anyMatch(i -> i < 0 || i >= Book.MOST_CELLS)) {
      throw new Rejected("INVALID", "input.columns", "每一列只能对应一次，且须是本类数据的列");
    }
    List<String> missing =
        kind.columns().stream()
            .filter(column -> column.identity() && !plan.keys().contains(column.key()))
            .map(Column::header)
            .toList();
    if (!missing.isEmpty()) {
      throw new Rejected(
          "IDENTITY_MISSING",
          "input.columns",
          "没有指定“" + String.join("”“", missing) + "”，无法辨认每一行是哪条记录；请检查是否选错了文件或数据种类");
    }
  }

  private void keep(DataImport one, ImportQueries.Sheet sheet, Header header, Plan plan) {
    sql.update(SHEET)
        .set(SHEET.HEADER_FIRST, header.first())
        .set(SHEET.HEADER_LAST, header.last())
        .set(SHEET.MAPPING, Texts.of(plan))
        .where(SHEET.DISTRICT_ID.eq(scope.district()))
        .and(SHEET.ACTOR.eq(scope.current().actor()))
        .and(SHEET.INTAKE_ID.eq(one.number()))
        .and(SHEET.SEQ.eq(sheet.index()))
        .execute();
    Headers.Found found = Headers.names(sheet.lines(), header.first(), header.last());
    remembered.keep(one.kind(), found.names(), plan);
  }
}
