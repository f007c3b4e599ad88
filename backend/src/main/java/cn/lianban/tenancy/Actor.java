package cn.lianban.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an account is right now; implemented by identity, asked on each request. */
public interface Actor {
  /**
   * Reads an account's post and reach; runs under reach ALL in the request's own transaction.
   *
   * @param session the id of the session the request came with; null when it came another way
   * @return empty when the account is gone or disabled, or the session has been ended
   */
  Optional<Standing> standing(int districtId, long accountId, @Nullable String session);

  /**
   * @param owes what the account has to do before anything else; null: nothing
   */
  record Standing(Scope scope, @Nullable Owed owes) {}

  /** What an account has to do before it may do anything else. */
  enum Owed {
    /** its first password has not been changed yet */
    PASSWORD,
    /** the district asks for a second factor, and it has none */
    SECOND_FACTOR
  }
}
