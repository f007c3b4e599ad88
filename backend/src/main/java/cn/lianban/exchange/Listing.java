package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A list that leaves as a file; a Spring bean of the room that owns its rows. */
public interface Listing {
  /** Stable, in addresses and in the audit trail: {@code units}, {@code item-limits}. */
  String name();

  /** What the screens call it: 部门. */
  String title();

  /** True: asked for by its screen alone, which brings the words; offered nowhere else. */
  default boolean isOfScreen() {
    return false;
  }

  /** All columns there are, in the order of the template; never changes at run time. */
  List<Column> columns();

  /** The filters that {@link #export} goes by; others are refused. */
  default Set<String> filters() {
    return Set.of();
  }

  /**
   * @throws Problem FORBIDDEN when the caller may not take the list out
   */
  void authoriseExport();

  /**
   * Hands over every row that the caller may see and the filters admit. Called in a read-only
   * transaction of the caller; each statement must stay below 3 s, so long lists go by keyset
   * pages. Rows carry at least the selection's columns; others are dropped.
   */
  void export(Selection selection, Consumer<Row> sink);
}
