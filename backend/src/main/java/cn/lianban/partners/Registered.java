package cn.lianban.partners;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client may send, as its operator sees it.
 *
 * @param districtCode whose partner it is
 * @param version of the documents
 */
record Registered(
    String clientId,
    String name,
    @Nullable String districtCode,
    List<String> scopes,
    @Nullable Instant disabledAt,
    int version,
    List<Text> documents) {

  /**
   * @param sha256 as {@code extensions.persistedQuery.sha256Hash} names it
   */
  record Text(String sha256, String text) {}
}
