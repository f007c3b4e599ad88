package cn.lianban.cases;

import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases as one screen lists them, by that screen's own query. */
final class CaseListing extends ScreenListing<CaseFile> {
  private final String name;
  private final String title;
  private final List<Column> columns;
  private final CaseCells cells;
  private final Query query;

  CaseListing(String name, String title, List<Column> columns, CaseCells cells, Query query) {
    this.name = name;
    this.title = title;
    this.columns = columns;
    this.cells = cells;
    this.query = query;
  }

  /** As the API answers it. */
  interface Query {
    Page<CaseFile> page(Selection selection, int first, @Nullable String after);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void authoriseExport() {
    cells.authorise();
  }

  @Override
  protected Page<CaseFile> page(Selection selection, int first, @Nullable String after) {
    return query.page(selection, first, after);
  }

  @Override
  protected List<Row> rows(List<CaseFile> nodes, Selection selection) {
    return cells.of(nodes, selection);
  }
}
