package cn.lianban.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Opaque, typed ids of the API: the kind and the row's number. */
public final class Ids {
  /**
   * What a malformed id, or one of another kind, is read as: no row has it, so it is answered as a
   * foreign one.
   */
  public static final long NONE = -1;

  private Ids() {}

  public static String of(String kind, long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((kind + ":" + id).getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the row's number, or {@link #NONE} when the text is no id of this kind. */
  public static long parse(String kind, String id) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.US_ASCII);
      if (!text.startsWith(kind + ":")) {
        return NONE;
      }
      long number = Long.parseLong(text.substring(kind.length() + 1));
      return number > 0 ? number : NONE;
    } catch (IllegalArgumentException malformed) {
      return NONE;
    }
  }

  /** As {@link #parse}, for the rows whose numbers are ints (units, sub-districts). */
  public static int parseInt(String kind, String id) {
    long number = parse(kind, id);
    return number > Integer.MAX_VALUE ? (int) NONE : (int) number;
  }
}
