package cn.lianban.graphql;

import java.util.Optional;
import java.util.Set;

/**
 * Whether another organisation's system is calling, and what it may send. Implemented by partners.
 */
public interface PartnerCalls {
  /** The calling system; empty for people. */
  Optional<Caller> current();

  /** A document registered for the calling system, by its sha256. */
  Optional<String> document(String hash);

  /**
   * @param clientId its name at the token endpoint
   * @param name its organisation's, for people
   * @param scopes of the token it came with
   */
  record Caller(String clientId, String name, Set<String> scopes) {}
}
