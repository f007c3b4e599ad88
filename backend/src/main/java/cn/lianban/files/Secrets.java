package cn.lianban.files;

import static cn.lianban.db.files.Tables.DISTRICT_STORE;

import cn.lianban.tenancy.TenantScope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what leaves the house for a while (tickets, links) with the district's own secret: what one
 * district has signed is worth nothing under another one's path.
 */
@Component
class Secrets {
  private final Cache<Integer, byte[]> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();
  private final SecureRandom random = new SecureRandom();
  private final DSLContext sql;
  private final TenantScope scope;

  Secrets(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** The text with its signature behind it. In a writing transaction of staff or of a subject. */
  String signed(String text) {
    String body = coded(text.getBytes(StandardCharsets.UTF_8));
    return body + "." + coded(mac(secret(), body));
  }

  /** The text, when this district signed it. Reads the secret when it is not known yet. */
  Optional<String> verified(String signed) {
    int dot = signed.indexOf('.');
    byte[] secret = dot < 0 ? null : read();
    if (secret == null) {
      return Optional.empty();
    }
    String body = signed.substring(0, dot);
    try {
      byte[] told = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      return MessageDigest.isEqual(told, mac(secret, body))
          ? Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** The district has its row from now on. In a writing transaction of staff. */
  void ensure() {
    secret();
  }

  /** Makes the district's row when it has none: its first file is about to come. */
  private byte[] secret() {
    byte[] found = known.getIfPresent(scope.district());
    if (found == null) {
      found = stored();
    }
    if (found == null) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      sql.insertInto(DISTRICT_STORE)
          .set(DISTRICT_STORE.DISTRICT_ID, scope.district())
          .set(DISTRICT_STORE.LINK_SECRET, fresh)
          .onConflictDoNothing()
          .execute();
      found = java.util.Objects.requireNonNull(stored());
    }
    return found;
  }

  /** Kept in mind here only: a row that {@link #secret} has just made may still roll back. */
  private byte @Nullable [] read() {
    int district = scope.district();
    byte[] found = known.getIfPresent(district);
    if (found == null) {
      found = stored();
      if (found != null) {
        known.put(district, found);
      }
    }
    return found;
  }

  private byte @Nullable [] stored() {
    return sql.select(DISTRICT_STORE.LINK_SECRET)
        .from(DISTRICT_STORE)
        .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
        .fetchOne(DISTRICT_STORE.LINK_SECRET);
  }

  private static byte[] mac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String coded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
