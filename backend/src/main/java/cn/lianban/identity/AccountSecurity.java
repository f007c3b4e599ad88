package cn.lianban.identity;

import cn.lianban.db.identity.tables.records.PasskeyRecord;
import cn.lianban.graphql.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account is signed in to, as its owner sees it.
 *
 * @param totpSince null: no code generator
 * @param required the district asks for a second factor of this account
 */
record AccountSecurity(
    @Nullable Instant totpSince, int recoveryCodesLeft, List<Passkey> passkeys, boolean required) {

  /**
   * A passkey of the account.
   *
   * @param clonedAt its counter went backwards then
   */
  record Passkey(
      String id,
      String name,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant clonedAt) {

    static Passkey of(PasskeyRecord row) {
      return new Passkey(
          Ids.of(PasskeyChanges.KIND, row.getId()),
          row.getName(),
          row.getCreatedAt(),
          row.getLastUsedAt(),
          row.getClonedAt());
    }
  }
}
