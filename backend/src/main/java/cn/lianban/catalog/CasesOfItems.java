package cn.lianban.catalog;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/** Whether cases came in; the room that keeps them, which is a later one, answers. */
public interface CasesOfItems {
  /** A case of the item was accepted on that day or later; rehearsals do not count. */
  Condition acceptedSince(Field<Long> itemId, Field<LocalDate> day);
}
