package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.SHEET;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a file's sheets begin with, and what their columns seem to mean. */
@Component
class SheetsSeen {
  private static final int MOST_SHEETS = 20;
  private static final int MOST_LINES = 40;
  private static final int LONGEST_SAMPLE = 400;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Remembered remembered;
  private final Now now;

  SheetsSeen(DSLContext sql, TenantScope scope, Remembered remembered, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.remembered = remembered;
    this.now = now;
  }

  /** A sheet as it was found. */
  record Seen(int index, String name, List<Headers.Line> lines, Headers.Found header, Plan plan) {}

  /**
   * @throws Rejected EMPTY_FILE, UNREADABLE
   */
  List<Seen> look(Kind kind, Book book) {
    Headers headers = new Headers(kind.columns(), remembered.of(kind.name()));
    List<Seen> seen = new ArrayList<>();
    List<String> names = book.sheets();
    for (int i = 0; i < names.size() && i < MOST_SHEETS; i++) {
      List<Headers.Line> lines = lines(book, i);
      if (!lines.isEmpty()) {
        Headers.Found header = headers.find(lines);
        seen.add(new Seen(i, names.get(i), lines, header, remembered.plan(kind, header)));
      }
    }
    if (seen.isEmpty()) {
      throw new Rejected("EMPTY_FILE", "file", "文件里没有任何内容");
    }
    return seen;
  }

  private static List<Headers.Line> lines(Book book, int sheet) {
    List<Headers.Line> lines = new ArrayList<>();
    try {
      book.read(
          sheet,
          (line, cells) -> {
            lines.add(new Headers.Line(line, shortened(cells)));
            return lines.size() < MOST_LINES;
          });
    } catch (IOException | RuntimeException broken) {
      throw Books.unreadable(broken);
    }
    return lines;
  }

  private static List<@Nullable String> shortened(List<@Nullable String> cells) {
    List<@Nullable String> shorter = new ArrayList<>();
    for (String cell : cells) {
      // PostgreSQL keeps no zero character; the cell itself is refused when it is typed
      shorter.add(
          cell == null
              ? null
              : cell.substring(0, Math.min(cell.length(), LONGEST_SAMPLE))
                  .replace('\u0000', '\ufffd'));
    }
    return shorter;
  }

  /** In place of what was seen before. In the open transaction. */
  void keep(long importId, List<Seen> sheets) {
    sql.deleteFrom(SHEET)
        .where(SHEET.DISTRICT_ID.eq(scope.district()))
        .and(SHEET.ACTOR.eq(scope.current().actor()))
        .and(SHEET.INTAKE_ID.eq(importId))
        .execute();
    sheets.forEach(seen -> insert(importId, seen));
  }

  private void insert(long id, Seen seen) {
    sql.insertInto(SHEET)
        .set(SHEET.DISTRICT_ID, scope.district())
        .set(SHEET.ACTOR, scope.current().actor())
        .set(SHEET.INTAKE_ID, id)
        .set(SHEET.SEQ, seen.index())
        .set(SHEET.NAME, seen.name())
        .set(SHEET.LINES, Texts.of(seen.lines()))
        .set(SHEET.HEADER_FIRST, seen.header().first())
        .set(SHEET.HEADER_LAST, seen.header().last())
        .set(SHEET.MAPPING, Texts.of(seen.plan()))
        .set(SHEET.AT, now.instant())
        .execute();
  }
}
