package cn.lianban.exchange;

/** Texts that a spreadsheet would reckon, call out with, or run (CWE-1236). */
final class Guard {
  private Guard() {}

  static boolean isFormula(String text) {
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.charAt(0)) {
      case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> true;
      default -> false;
    };
  }

  /** The text with an apostrophe before it when a spreadsheet would reckon it. */
  static String text(String text) {
    return isFormula(text) ? "'" + text : text;
  }
}
