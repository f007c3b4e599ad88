package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.SIGNING_KEY;

import cn.lianban.identity.SecretBox;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys that sign id tokens. Every instance reads them again after {@link #REMEMBERED}, and a
 * new key signs only after {@link #PUBLISHED_FOR}: nobody signs with a key that another instance
 * does not publish yet, and nothing is restarted.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
  static final Duration PUBLISHED_FOR = Duration.ofSeconds(10);

  /** A key is published so long after another one took over: twice the life of an id token. */
  static final Duration VERIFIES = Duration.ofHours(1);

  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final String FIRST = "1";
  private static final int BITS = 2048;
  private final DSLContext sql;
  private final TenantScope scope;
  private final SecretBox box;
  private final Now now;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  SigningKeys(DSLContext sql, TenantScope scope, SecretBox box, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.box = box;
    this.now = now;
  }

  private record Key(RSAKey key, Instant signsFrom) {}

  /**
   * @param keys the one that signs first in time, first
   */
  private record Known(long readAtNanos, List<Key> keys) {}

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(published().stream().<JWK>map(Key::key).toList()));
  }

  /** The key that signs now, among keys that fit. */
  JWK signing(List<JWK> fitting) {
    String signs = signingId();
    return fitting.stream()
        .filter(key -> key.getKeyID().equals(signs))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no signing key"));
  }

  String signingId() {
    Instant at = now.instant();
    List<Key> keys = published();
    Key signs = keys.getFirst();
    for (Key key : keys) {
      if (!key.signsFrom().isAfter(at)) {
        signs = key;
      }
    }
    return signs.key().getKeyID();
  }

  /** In the order in which they begin to sign. */
  private List<Key> published() {
    Known last = known.get();
    long at = System.nanoTime();
    if (last != null && at - last.readAtNanos() < REMEMBERED.toNanos()) {
      return last.keys();
    }
    List<Key> keys = read();
    if (keys.isEmpty()) {
      write(FIRST, now.instant()); // two instances at once: one of them writes it
      keys = read();
    }
    known.set(new Known(at, keys));
    return keys;
  }

  private List<Key> read() {
    List<Key> all =
        nobody(
            () ->
                sql.selectFrom(SIGNING_KEY)
                    .orderBy(SIGNING_KEY.SIGNS_FROM, SIGNING_KEY.KID)
                    .fetch(
                        row -> new Key(opened(row.getKid(), row.getSealed()), row.getSignsFrom())));
    List<Key> keys = new ArrayList<>();
    Instant old = now.instant().minus(VERIFIES);
    for (int i = 0; i < all.size(); i++) {
      boolean over = i + 1 < all.size() && all.get(i + 1).signsFrom().isBefore(old);
      if (!over) {
        keys.add(all.get(i));
      }
    }
    return keys;
  }

  /**
   * A new key signs after {@link #PUBLISHED_FOR}; the old one is published until its tokens have
   * expired.
   *
   * @return the new key's id
   */
  String rotate() {
    List<Key> published = published(); // there is one to take over from
    forget(published);
    String kid = UUID.randomUUID().toString();
    write(kid, now.instant().plus(PUBLISHED_FOR));
    known.set(null);
    return kid;
  }

  /** Keys whose successor has signed for longer than anything they signed lives. */
  private void forget(List<Key> published) {
    List<String> kept = published.stream().map(key -> key.key().getKeyID()).toList();
    Instant old = now.instant().minus(VERIFIES);
    nobody(
        () ->
            scope.write(
                () ->
                    sql.deleteFrom(SIGNING_KEY)
                        .where(SIGNING_KEY.SIGNS_FROM.lt(old), SIGNING_KEY.KID.notIn(kept))
                        .execute()));
  }

  private void write(String kid, Instant signsFrom) {
    byte[] sealed =
        box.seal(place(kid), fresh(kid).toJSONString().getBytes(StandardCharsets.UTF_8));
    nobody(
        () ->
            scope.write(
                () ->
                    sql.insertInto(SIGNING_KEY)
                        .set(SIGNING_KEY.KID, kid)
                        .set(SIGNING_KEY.SEALED, sealed)
                        .set(SIGNING_KEY.SIGNS_FROM, signsFrom)
                        .onConflictDoNothing()
                        .execute()));
  }

  private static RSAKey fresh(String kid) {
    try {
      return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyID(kid).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private RSAKey opened(String kid, byte[] sealed) {
    try {
      return RSAKey.parse(new String(box.open(place(kid), sealed), StandardCharsets.UTF_8));
    } catch (ParseException changed) {
      throw new IllegalStateException("signing key " + kid, changed);
    }
  }

  private static String place(String kid) {
    return "signing-key:" + kid;
  }

  private <T> T nobody(java.util.function.Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }
}
