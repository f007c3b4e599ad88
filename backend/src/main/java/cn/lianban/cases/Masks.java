package cn.lianban.cases;

/** How personal data is shown by default; works on code points, so rare characters stay whole. */
final class Masks {
  private Masks() {}

  /** 王小明 → 王*明, 王明 → 王*, 古丽·热依木 → 古****木. */
  static String name(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= 2 ? middle(name, 1, 0) : middle(name, 1, 1);
  }

  /** Keeps the first and last characters; a text too short for that keeps none of its end. */
  static String middle(String text, int head, int tail) {
    int[] points = text.codePoints().toArray();
    int keptTail = points.length > head + tail ? tail : 0;
    int keptHead = Math.min(head, Math.max(points.length - 1, 0));
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      boolean kept = i < keptHead || i >= points.length - keptTail;
      masked.appendCodePoint(kept ? points[i] : '*');
    }
    return masked.toString();
  }
}
