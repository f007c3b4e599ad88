package cn.lianban.exchange;

import java.util.List;
import java.util.Map;

/**
 * A column of a kind: {@code Column.text("name", "部门名称").aliases("单位名称",
 * "部门").required().identity()}.
 *
 * @param key stable, in the API: {@code promisedDays}
 * @param header what stands above it in the template and in every export
 * @param aliases other headers that the column is recognised by
 * @param words of {@link Type#CODE}: code → word in the file; both are read, the word is written
 * @param maxLength in characters (code points), of texts
 * @param required a row without it is refused
 * @param identity part of what tells a known record from a new one; required as well
 */
public record Column(
    String key,
    String header,
    List<String> aliases,
    Type type,
    Map<String, String> words,
    int maxLength,
    boolean required,
    boolean identity) {

  /** How a cell is read and written. */
  public enum Type {
    /** stripped; numbers in the cell are taken as they are shown */
    TEXT,
    /** a set of texts in one cell, apart by 、；; ， , | or a line break */
    LIST,
    INT,
    DECIMAL,
    /** a day: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301 or a date cell */
    DATE,
    /** a moment in the district's zone: 2026-03-01 09:30[:00], or ISO with offset */
    INSTANT,
    /** 是/否, √/×, 1/0, Y/N, true/false */
    BOOLEAN,
    CODE
  }

  private static final int USUAL_LENGTH = 300;

  public static Column of(String key, String header, Type type) {
    return new Column(key, header, List.of(), type, Map.of(), USUAL_LENGTH, false, false);
  }

  public static Column text(String key, String header) {
    return of(key, header, Type.TEXT);
  }

  public static Column list(String key, String header) {
    return of(key, header, Type.LIST);
  }

  public static Column integer(String key, String header) {
    return of(key, header, Type.INT);
  }

  public static Column decimal(String key, String header) {
    return of(key, header, Type.DECIMAL);
  }

  public static Column date(String key, String header) {
    return of(key, header, Type.DATE);
  }

  public static Column instant(String key, String header) {
    return of(key, header, Type.INSTANT);
  }

  public static Column yesNo(String key, String header) {
    return of(key, header, Type.BOOLEAN);
  }

  /**
   * @param words code → word, in the order in which the template names them
   */
  public static Column code(String key, String header, Map<String, String> words) {
    return new Column(key, header, List.of(), Type.CODE, words, USUAL_LENGTH, false, false);
  }

  public Column aliases(String... more) {
    return new Column(key, header, List.of(more), type, words, maxLength, required, identity);
  }

  public Column max(int codePoints) {
    return new Column(key, header, aliases, type, words, codePoints, required, identity);
  }

  public Column asRequired() {
    return new Column(key, header, aliases, type, words, maxLength, true, identity);
  }

  public Column asIdentity() {
    return new Column(key, header, aliases, type, words, maxLength, true, true);
  }
}
