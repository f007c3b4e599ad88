package cn.lianban.graphql;

import org.jspecify.annotations.Nullable;

/**
 * A refusal the user can mend: the transaction rolls back, the payload carries it in userErrors.
 */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final @Nullable String field;
  private final String words;

  /**
   * @param code stable, UPPER_SNAKE; the screens translate it
   * @param field path in the input ({@code applicant.idNumber}), null when about the whole action
   * @param words the message in Chinese, for whoever has no translation
   */
  public Rejected(String code, @Nullable String field, String words) {
    super(code + (field == null ? "" : " at " + field), null, false, false);
    this.code = code;
    this.field = field;
    this.words = words;
  }

  public String code() {
    return code;
  }

  public UserError toUserError() {
    return new UserError(code, field, words);
  }
}
