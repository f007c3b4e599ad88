package cn.lianban.evaluation;

import cn.lianban.audit.InOneStatement.Act;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A rating as it was sent, checked already.
 *
 * @param token hash of its link's secret
 * @param key the request's idempotency key
 * @param request hash of its whole input, as {@link cn.lianban.audit.Once#hash}
 */
record Submission(byte[] token, Answer answer, String key, byte[] request, Act act) {
  // as columns
  static final Field<Integer> PLACE = column("place", Integer.class);
  static final Field<byte[]> TOKEN = column("token", byte[].class);
  static final Field<Integer> GRADE = column("grade", Integer.class);
  static final Field<Integer> VERSION = column("version", Integer.class);
  static final Field<String> OPTIONS = column("options", String.class);
  static final Field<String> COMMENT = column("comment", String.class);
  static final Field<String> KEY = column("key", String.class);
  static final Field<byte[]> REQUEST = column("request", byte[].class);

  private static <T> Field<T> column(String name, Class<T> type) {
    return DSL.field(DSL.name(name), type);
  }
}
