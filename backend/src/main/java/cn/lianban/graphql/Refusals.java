package cn.lianban.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one place where a refusal becomes userErrors. */
public final class Refusals {
  private Refusals() {}

  /** Runs a mutation; a {@link Rejected} becomes the payload that {@code refused} makes of it. */
  public static <P> P payload(Supplier<P> mutation, Function<List<UserError>, P> refused) {
    try {
      return mutation.get();
    } catch (Rejected refusal) {
      return refused.apply(List.of(refusal.toUserError()));
    }
  }
}
