package cn.lianban.graphql;

import org.jspecify.annotations.Nullable;

/** A top-level GraphQL error that the caller is told about; anything else is masked. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final @Nullable String field;

  private Problem(String code, @Nullable String field, String words) {
    super(words, null, false, false);
    this.code = code;
    this.field = field;
  }

  public static Problem unauthenticated() {
    return new Problem("UNAUTHENTICATED", null, "请先登录");
  }

  public static Problem forbidden() {
    return new Problem("FORBIDDEN", null, "没有权限");
  }

  public static Problem mustChangePassword() {
    return new Problem("MUST_CHANGE_PASSWORD", null, "请先修改初始密码");
  }

  public static Problem mustEnrol() {
    return new Problem("MUST_ENROL_SECOND_FACTOR", null, "请先设置两步验证");
  }

  /** A query's bad input, with the path of the field: {@code suspensions[0].to}. */
  public static Problem badInput(String field, String words) {
    return new Problem("BAD_INPUT", field, words);
  }

  /** A document or request outside the limits. */
  public static Problem badRequest(String words) {
    return new Problem("BAD_REQUEST", null, words);
  }

  public String code() {
    return code;
  }

  public @Nullable String field() {
    return field;
  }
}
