package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.RECOVERY_CODE;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ten codes for the day the phone is lost: each works once; only keyed hashes are kept. */
@Component
class RecoveryCodes {
  private static final int COUNT = 10;
  private static final String KEY = "recovery-code";

  /** Without what is mistaken for one another on paper. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 12;
  private final SecureRandom random = new SecureRandom();
  private final DSLContext sql;
  private final TenantScope scope;
  private final ServerKeys keys;
  private final Now now;

  RecoveryCodes(DSLContext sql, TenantScope scope, ServerKeys keys, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.keys = keys;
    this.now = now;
  }

  /** A fresh set: 59 bits each, written {@code abcd-efgh-jkmn}. Outside a transaction. */
  Fresh fresh() {
    List<String> codes = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    for (int n = 0; n < COUNT; n++) {
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        code.append(i > 0 && i % 4 == 0 ? "-" : "");
        code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      codes.add(code.toString());
      hashes.add(hash(code.toString()));
    }
    return new Fresh(codes, hashes);
  }

  /** Voids the account's codes and puts these in their place. */
  void replace(long account, @Nullable Integer place, Fresh fresh) {
    clear(account);
    for (byte[] hash : fresh.hashes()) {
      sql.insertInto(RECOVERY_CODE)
          .set(RECOVERY_CODE.DISTRICT_ID, scope.district())
          .set(RECOVERY_CODE.ACCOUNT_ID, account)
          .set(RECOVERY_CODE.SUB_DISTRICT_ID, place)
          .set(RECOVERY_CODE.HASH, hash)
          .execute();
    }
  }

  void clear(long account) {
    sql.deleteFrom(RECOVERY_CODE)
        .where(RECOVERY_CODE.DISTRICT_ID.eq(scope.district()))
        .and(RECOVERY_CODE.ACCOUNT_ID.eq(account))
        .execute();
  }

  int left(long account) {
    return sql.fetchCount(
        RECOVERY_CODE,
        RECOVERY_CODE.DISTRICT_ID.eq(scope.district()),
        RECOVERY_CODE.ACCOUNT_ID.eq(account),
        RECOVERY_CODE.USED_AT.isNull());
  }

  /** True once per code. Two who use it at the same time: one of them. */
  boolean use(long account, byte[] hash) {
    return sql.update(RECOVERY_CODE)
            .set(RECOVERY_CODE.USED_AT, now.instant())
            .where(RECOVERY_CODE.DISTRICT_ID.eq(scope.district()))
            .and(RECOVERY_CODE.ACCOUNT_ID.eq(account))
            .and(RECOVERY_CODE.HASH.eq(hash))
            .and(RECOVERY_CODE.USED_AT.isNull())
            .execute()
        == 1;
  }

  /** Capitals, blanks and hyphens do not matter. Outside a transaction. */
  byte[] hash(String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return keys.keyed(KEY, plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Codes to show once, and what is kept of them. */
  record Fresh(List<String> codes, List<byte[]> hashes) {}
}
