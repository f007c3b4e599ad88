package cn.lianban.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A row that is to be written.
 *
 * @param before the record as it is now, null when there is none yet
 */
public record Change(Row row, @Nullable Row before) {
  public boolean isNew() {
    return before == null;
  }
}
