package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.SERVER_KEY;

import cn.lianban.tenancy.TenantScope;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Secrets of this installation, 32 random bytes each, made when first asked for. */
@Component
class ServerKeys {
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final DSLContext sql;
  private final TenantScope scope;

  ServerKeys(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** HMAC-SHA256 under the key of that name. Not called inside an open transaction. */
  byte[] keyed(String keyName, byte[] text) {
    byte[] secret = known.get(keyName);
    if (secret == null) {
      secret = scope.write(() -> readOrMake(keyName));
      known.put(keyName, secret); // committed by now
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Two instances may ask at once: the second waits for the first one's row. */
  private byte[] readOrMake(String name) {
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    sql.insertInto(SERVER_KEY)
        .set(SERVER_KEY.NAME, name)
        .set(SERVER_KEY.SECRET, fresh)
        .onConflictDoNothing()
        .execute();
    return sql.select(SERVER_KEY.SECRET)
        .from(SERVER_KEY)
        .where(SERVER_KEY.NAME.eq(name))
        .fetchSingle()
        .value1();
  }
}
