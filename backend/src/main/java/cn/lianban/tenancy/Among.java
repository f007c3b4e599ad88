package cn.lianban.tenancy;

import java.lang.reflect.Array;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * "One of these" as a single array parameter: one SQL text whatever their number, so that the
 * statement is prepared and planned once. IN lists are a new statement for every length.
 */
public final class Among {
  private Among() {}

  /** False for an empty collection. */
  public static <T> Condition these(Field<T> field, Collection<T> values) {
    @SuppressWarnings("unchecked")
    T[] array = values.toArray((T[]) Array.newInstance(field.getType(), 0));
    DataType<T[]> type = field.getDataType().array();
    return field.eq(DSL.any(DSL.val(array, type)));
  }
}
