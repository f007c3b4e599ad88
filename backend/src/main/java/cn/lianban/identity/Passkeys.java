package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.PASSKEY;
import static cn.lianban.db.identity.Tables.PASSKEY_LOGIN;

import cn.lianban.db.identity.tables.records.PasskeyRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Where Spring's checks find passkeys and put them: the rows of the account in whose scope they
 * run. Checks the signature counter, which Spring compares with the first one only.
 */
@Component
class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Now now;

  Passkeys(DSLContext sql, TenantScope scope, Posts posts, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.now = now;
  }

  /** A passkey's counter stood still or went back: there are two of it. */
  static final class Cloned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cloned() {
      super("signature counter");
    }
  }

  /** The account's passkeys, the oldest first. */
  List<PasskeyRecord> of(long account) {
    return sql.selectFrom(PASSKEY)
        .where(PASSKEY.DISTRICT_ID.eq(scope.district()), PASSKEY.ACCOUNT_ID.eq(account))
        .and(PASSKEY.REMOVED_AT.isNull())
        .orderBy(PASSKEY.ID)
        .fetch();
  }

  /** A passkey that may be signed in with. Locked. */
  private Optional<PasskeyRecord> usable(byte[] credentialId) {
    return sql.selectFrom(PASSKEY)
        .where(PASSKEY.DISTRICT_ID.eq(scope.district()))
        .and(PASSKEY.CREDENTIAL_ID.eq(credentialId))
        .and(PASSKEY.ACCOUNT_ID.eq(posts.requireAccount()))
        .and(PASSKEY.REMOVED_AT.isNull())
        .and(PASSKEY.CLONED_AT.isNull())
        .forUpdate()
        .fetchOptional();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return usable(credentialId.getBytes()).map(Passkeys::record).orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return of(posts.requireAccount()).stream()
        .filter(row -> Arrays.equals(row.getUserHandle(), handle.getBytes()))
        .map(Passkeys::record)
        .toList();
  }

  private static CredentialRecord record(PasskeyRecord row) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getCredentialId()))
        .userEntityUserId(new Bytes(row.getUserHandle()))
        .publicKey(new ImmutablePublicKeyCose(row.getPublicKey()))
        .signatureCount(row.getSignatureCount())
        .transports(
            Arrays.stream(row.getTransports().split(",", -1))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet()))
        .backupEligible(row.getBackupEligible())
        .attestationObject(new Bytes(row.getAttestation()))
        .label(row.getName())
        .created(row.getCreatedAt())
        .build();
  }

  /**
   * @throws Cloned when it was used and its counter did not move; authenticators without a counter
   *     always say 0
   * @throws Rejected KNOWN when somebody has registered it
   */
  @Override
  public void save(CredentialRecord used) {
    PasskeyRecord row = usable(used.getCredentialId().getBytes()).orElse(null);
    if (row == null) {
      add(used);
      return;
    }
    long before = row.getSignatureCount();
    if (used.getSignatureCount() <= before && (before > 0 || used.getSignatureCount() > 0)) {
      throw new Cloned();
    }
    row.setSignatureCount(used.getSignatureCount());
    row.setLastUsedAt(now.instant());
    row.update();
  }

  private void add(CredentialRecord fresh) {
    long account = posts.requireAccount();
    int taken =
        sql.insertInto(PASSKEY_LOGIN)
            .set(PASSKEY_LOGIN.CREDENTIAL_ID, fresh.getCredentialId().getBytes())
            .set(PASSKEY_LOGIN.DISTRICT_ID, scope.district())
            .set(PASSKEY_LOGIN.ACCOUNT_ID, account)
            .onConflictDoNothing()
            .execute();
    if (taken == 0) {
      throw new Rejected("KNOWN", "credential", "这个通行密钥已经登记过");
    }
    Bytes attestation = java.util.Objects.requireNonNull(fresh.getAttestationObject());
    sql.insertInto(PASSKEY)
        .set(PASSKEY.DISTRICT_ID, scope.district())
        .set(PASSKEY.ACCOUNT_ID, account)
        .set(
            PASSKEY.SUB_DISTRICT_ID,
            DSL.field(
                DSL.select(ACCOUNT.SUB_DISTRICT_ID)
                    .from(ACCOUNT)
                    .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))))
        .set(PASSKEY.NAME, fresh.getLabel())
        .set(PASSKEY.CREDENTIAL_ID, fresh.getCredentialId().getBytes())
        .set(PASSKEY.USER_HANDLE, fresh.getUserEntityUserId().getBytes())
        .set(PASSKEY.PUBLIC_KEY, fresh.getPublicKey().getBytes())
        .set(PASSKEY.ATTESTATION, attestation.getBytes())
        .set(
            PASSKEY.TRANSPORTS,
            fresh.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(",")))
        .set(PASSKEY.SIGNATURE_COUNT, fresh.getSignatureCount())
        .set(PASSKEY.BACKUP_ELIGIBLE, fresh.isBackupEligible())
        .set(PASSKEY.CREATED_AT, now.instant())
        .execute();
  }

  /** Whose handle it is, is known from the scope; the names are the browser's business only. */
  @Override
  public PublicKeyCredentialUserEntity findById(Bytes handle) {
    String name = posts.account().toString();
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle)
        .name(name)
        .displayName(name)
        .build();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return null;
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("handles are derived, not kept");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("passkeys are removed by their owner's use case");
  }
}
