package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;

import cn.lianban.tenancy.RowOrder;
import java.util.function.Function;

/** The orders that the list of items can be asked for. */
final class ItemOrders {
  private ItemOrders() {}

  static RowOrder<String> name(boolean downwards) {
    return new RowOrder<>(ITEM.NAME, ITEM.ID, downwards, Function.identity());
  }

  static RowOrder<String> code(boolean downwards) {
    return new RowOrder<>(ITEM.CODE, ITEM.ID, downwards, Function.identity());
  }

  /** Department after department; their names are another room's. */
  static RowOrder<Integer> department(boolean downwards) {
    return new RowOrder<>(ITEM.UNIT_ID, ITEM.ID, downwards, Integer::valueOf);
  }

  static RowOrder<Integer> promised(boolean downwards) {
    return new RowOrder<>(ITEM.PROMISED_LIMIT, ITEM.ID, downwards, Integer::valueOf);
  }
}
