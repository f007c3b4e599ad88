package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads a text file again as its sender says it is written, when the guess was wrong. */
@Component
class Rereading {
  private static final Map<String, String> CHARSETS =
      Map.of("UTF_8", "UTF-8", "GB18030", "GB18030", "CP1252", "windows-1252");
  private static final Map<String, Character> DELIMITERS =
      Map.of("COMMA", ',', "SEMICOLON", ';', "TAB", '\t', "BAR", '|');
  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Imports imports;
  private final ImportQueries queries;
  private final Pieces pieces;
  private final SheetsSeen seen;
  private final Once once;
  private final AuditTrail audit;

  Rereading(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      Imports imports,
      ImportQueries queries,
      Pieces pieces,
      SheetsSeen seen,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.imports = imports;
    this.queries = queries;
    this.pieces = pieces;
    this.seen = seen;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @param charset and delimiter as the API names them
   * @return the import's number; its columns are to be confirmed again
   * @throws Rejected NOT_FOUND, WRONG_STATUS, VERSION_CONFLICT, EMPTY_FILE, UNREADABLE, FILE_GONE
   */
  long read(Imports.Act act, String charset, String delimiter) {
    return once.run(
            act.idempotencyKey(),
            act.input(),
            () -> {
              DataImport one = imports.mine(act);
              kinds.kind(one.kind()).authoriseImport();
              if (one.format() != FileFormat.CSV || !one.status().mayStage()) {
                throw new Rejected("WRONG_STATUS", null, "只有尚未写入的 CSV 文件可以换一种方式读取");
              }
              String named = CHARSETS.getOrDefault(charset, "UTF-8");
              char between = DELIMITERS.getOrDefault(delimiter, ',');
              seen.keep(one.number(), look(one, named, between));
              sql.deleteFrom(STAGED).where(queries.own(one.number())).execute();
              change(act, named, between);
              audit.record("import.reread", "import:" + one.number(), Map.of("charset", named));
              return one.number();
            })
        .id();
  }

  private List<SheetsSeen.Seen> look(DataImport one, String charset, char delimiter) {
    return pieces.onDisk(
        Uploads.owner(one.number()),
        file -> {
          try (Book book = Books.open(file, FileFormat.CSV, Charset.forName(charset), delimiter)) {
            return seen.look(kinds.kind(one.kind()), book);
          }
        });
  }

  private void change(Imports.Act act, String charset, char delimiter) {
    int changed =
        sql.update(INTAKE)
            .set(INTAKE.CHARSET, charset)
            .set(INTAKE.DELIMITER, String.valueOf(delimiter))
            .set(INTAKE.STATUS, ImportStatus.UPLOADED.name())
            .set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
            .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(act.id()))
            .and(INTAKE.VERSION.eq(act.expectedVersion()))
            .execute();
    if (changed == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }
}
