package cn.lianban.exchange;

import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A long list of a screen, by the pages of its own query to the last: the same rights, filters and
 * order. The screen brings headings and words, so the file says what it says, in its language.
 */
public abstract class ScreenListing<T> implements Listing {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Now.CHINA);

  @Override
  public final boolean isOfScreen() {
    return true;
  }

  @Override
  public final void export(Selection selection, Consumer<Row> sink) {
    String after = null;
    Page<T> page;
    do {
      page = page(selection, Page.MAX, after);
      rows(page.nodes(), selection).forEach(sink);
      after = page.pageInfo().endCursor();
    } while (page.pageInfo().hasNextPage());
  }

  /** As the screen asks for it. */
  protected abstract Page<T> page(Selection selection, int first, @Nullable String after);

  /** One for each node; a fixed number of statements a page. */
  protected abstract List<Row> rows(List<T> nodes, Selection selection);

  /** 2026-10-12 09:30, as screens show it. */
  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** 2026-10-12 and the screen's word for the weekday, "1" for Monday. */
  protected static String day(LocalDate day, Selection selection, String column) {
    String weekday = selection.wordOrNothing(column, String.valueOf(day.getDayOfWeek().getValue()));
    return weekday.isEmpty() ? day.toString() : day + " " + weekday;
  }
}
