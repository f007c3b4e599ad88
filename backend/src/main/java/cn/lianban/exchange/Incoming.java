package cn.lianban.exchange;

/** The import that rows come from. */
public interface Incoming {
  /** Its number, for {@code source} columns and the audit trail ({@code import:12}). */
  long importId();

  /** A remark that stays with the row in the report: a date that our clock counts otherwise. */
  void note(Row row, String words);
}
