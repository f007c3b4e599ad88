package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.SERVER_KEY;

import cn.lianban.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keyed hashes of numbers and addresses, and the encryption of the channels' secrets. */
@Component
class OutboxKeys {
  private static final int NONCE = 12; // bytes, as GCM wants them
  private static final int TAG = 128; // bits
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final DSLContext sql;
  private final TenantScope scope;

  OutboxKeys(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** HMAC-SHA256 of a text under this installation's own key of that name. */
  byte[] keyed(String keyName, String text) {
    return hmac(key(keyName), text);
  }

  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** AES-256-GCM, the nonce in front. */
  byte[] sealed(String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] body = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), 0);
    byte[] all = Arrays.copyOf(nonce, NONCE + body.length);
    System.arraycopy(body, 0, all, NONCE, body.length);
    return all;
  }

  String opened(byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key("channel"), "AES"), new GCMParameterSpec(TAG, nonce));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("the secret of a channel cannot be read", failed);
    }
  }

  /** Two instances may make it at once: the second waits for the first one's row. */
  private byte[] key(String name) {
    byte[] secret = known.get(name);
    if (secret == null) {
      secret = scope.write(() -> readOrMake(name));
      known.put(name, secret);
    }
    return secret;
  }

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

  /**
   * Makes the keys before anything is sealed or hashed: a key that a change rolled back would be
   * remembered and lost.
   */
  void prepare() {
    key("channel");
    key("mobile");
  }
}
