package cn.lianban.identity;

import cn.lianban.api.types.PasskeyBeginInput;
import cn.lianban.api.types.PasskeyRegisterInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;

/** Somebody registers a passkey of his own. */
@Component
class PasskeyRegistration {
  private static final int MOST = 10;
  private final TenantScope scope;
  private final Posts posts;
  private final StepUp stepUp;
  private final Passkeys passkeys;
  private final PasskeyTexts texts;
  private final RelyingParties parties;
  private final ServerKeys keys;
  private final SecondFactorRows rows;
  private final SecondFactors factors;
  private final RecoveryCodes recovery;
  private final Sessions sessions;
  private final Once once;
  private final AuditTrail audit;

  PasskeyRegistration(
      TenantScope scope,
      Posts posts,
      StepUp stepUp,
      Passkeys passkeys,
      PasskeyTexts texts,
      RelyingParties parties,
      ServerKeys keys,
      SecondFactorRows rows,
      SecondFactors factors,
      RecoveryCodes recovery,
      Sessions sessions,
      Once once,
      AuditTrail audit) {
    this.scope = scope;
    this.posts = posts;
    this.stepUp = stepUp;
    this.passkeys = passkeys;
    this.texts = texts;
    this.parties = parties;
    this.keys = keys;
    this.rows = rows;
    this.factors = factors;
    this.recovery = recovery;
    this.sessions = sessions;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @throws Rejected CONFIRM_FIRST, TOO_MANY
   */
  String begin(PasskeyBeginInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    Bytes handle = handle(account);
    Bytes challenge = PasskeyChallenge.fresh(stepUp.session());
    return texts.creation(
        factors.asSubject(
            () ->
                scope.write(
                    () -> {
                      once.run(input.getIdempotencyKey(), input, () -> account);
                      return options(account, handle, challenge);
                    })));
  }

  private PublicKeyCredentialCreationOptions options(long account, Bytes handle, Bytes challenge) {
    var own = rows.locked(account);
    List<PublicKeyCredentialDescriptor> known =
        passkeys.of(account).stream()
            .map(row -> new Bytes(row.getCredentialId()))
            .map(id -> PublicKeyCredentialDescriptor.builder().id(id).build())
            .toList();
    if (known.size() >= MOST) {
      throw new Rejected("TOO_MANY", null, "最多登记 10 个通行密钥");
    }
    var user =
        ImmutablePublicKeyCredentialUserEntity.builder()
            .id(handle)
            .name(own.loginName())
            .displayName(own.personName())
            .build();
    return PasskeyTexts.creationOptions(parties.current(), user, challenge, known);
  }

  /** What the device keeps to tell accounts apart; says nothing to anybody else. */
  private Bytes handle(long account) {
    String who = scope.district() + ":" + account;
    return new Bytes(keys.keyed("passkey-handle", who.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Answers recovery codes when the account had none.
   *
   * @throws Rejected CONFIRM_FIRST, WRONG_PASSKEY, KNOWN, INVALID at name
   */
  @Nullable List<String> register(PasskeyRegisterInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    String name = named(input.getName());
    Bytes handle = handle(account);
    RecoveryCodes.Fresh fresh = recovery.fresh();
    return factors.asSubject(
        () ->
            scope.write(
                () -> {
                  var own = rows.locked(account);
                  once.run(
                      input.getIdempotencyKey(),
                      input,
                      () -> {
                        check(account, handle, name, input.getCredential());
                        rows.note(account);
                        sessions.endOthers(account, stepUp.session().getId());
                        audit.record("account.passkey-add", "account:" + account, Map.of());
                        return account;
                      });
                  if (recovery.left(account) > 0) {
                    return null;
                  }
                  recovery.replace(account, own.place(), fresh);
                  return fresh.codes();
                }));
  }

  private void check(long account, Bytes handle, String name, String credential) {
    try {
      Bytes challenge = PasskeyChallenge.taken(stepUp.session());
      var answer = new RelyingPartyPublicKey(texts.attestation(credential), name);
      parties
          .current()
          .checks()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options(account, handle, challenge), answer));
    } catch (WebAuthnException | BadCredentialsException | IllegalArgumentException wrong) {
      throw new Rejected("WRONG_PASSKEY", "credential", "通行密钥没有登记成功，请重试");
    }
  }

  static String named(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > 60) {
      throw new Rejected("INVALID", "name", "1 至 60 个字符");
    }
    return plain;
  }
}
