package cn.lianban.exchange;

import org.jspecify.annotations.Nullable;

/** What a kind has to say about rows it looked at. */
public interface Findings {
  /**
   * @param column the key of the column that is wrong, null when it is about the whole row
   * @param words in Chinese, naming what would be right
   */
  void refuse(Row row, @Nullable String column, String words);

  /** A remark that keeps nothing from being imported; it stands beside the row in the report. */
  void note(Row row, String words);
}
