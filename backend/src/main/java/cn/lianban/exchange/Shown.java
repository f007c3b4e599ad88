package cn.lianban.exchange;

import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A canonical value as people read it. */
final class Shown {
  static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Now.CHINA);

  private Shown() {}

  static @Nullable String of(Column column, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (column.type()) {
      case CODE -> column.words().getOrDefault(value, value);
      case BOOLEAN -> value.equals("true") ? "是" : "否";
      case INSTANT -> MOMENT.format(Instant.parse(value));
      case LIST -> value.replace('\n', '、');
      default -> value;
    };
  }
}
