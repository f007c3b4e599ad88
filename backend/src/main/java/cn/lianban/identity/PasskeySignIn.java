package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.PASSKEY;
import static cn.lianban.db.identity.Tables.PASSKEY_LOGIN;

import cn.lianban.audit.AuditTrail;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Component;

/**
 * Signs in by a passkey: possession of the device and the finger or PIN that unlocks it are both
 * steps. The passkey says whose it is; the district follows from that.
 */
@Component
class PasskeySignIn {
  private final DSLContext sql;
  private final TenantScope scope;
  private final RelyingParties parties;
  private final PasskeyTexts texts;
  private final SecondStep secondStep;
  private final Throttle throttle;
  private final AuditTrail audit;
  private final Now now;

  PasskeySignIn(
      DSLContext sql,
      TenantScope scope,
      RelyingParties parties,
      PasskeyTexts texts,
      SecondStep secondStep,
      Throttle throttle,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.parties = parties;
    this.texts = texts;
    this.secondStep = secondStep;
    this.throttle = throttle;
    this.audit = audit;
    this.now = now;
  }

  /** Whom a passkey belongs to. */
  record Who(int district, long account) {}

  /** A session opened for nothing but this lasts five minutes. */
  String options(HttpSession session) {
    if (session.isNew()) {
      session.setMaxInactiveInterval((int) Duration.ofMinutes(5).toSeconds());
    }
    return texts.request(parties.current(), PasskeyChallenge.fresh(session));
  }

  /**
   * @param half somebody whose password was right before: it must be the same person
   * @throws SignInRefused when the address has to wait
   * @throws BadCredentialsException for every other reason
   */
  Who take(HttpSession session, @Nullable HalfSignIn half, String credential, String address) {
    Duration wait = nobody(() -> throttle.blocked(address));
    if (!wait.isZero()) {
      throw SignInRefused.tooManyFailures(wait);
    }
    try {
      var assertion = texts.assertion(credential);
      var request =
          new RelyingPartyAuthenticationRequest(
              texts.requestOptions(parties.current(), PasskeyChallenge.taken(session)), assertion);
      Who who = nobody(() -> owner(assertion));
      if (half != null && !who.equals(new Who(half.district(), half.account()))) {
        secondStep.refused(half.district(), half.account(), "foreign-passkey");
        throw new BadCredentialsException("another account's passkey");
      }
      check(who, request);
      if (half != null) {
        secondStep.forget(half);
      }
      return who;
    } catch (BadCredentialsException wrong) {
      nobody(
          () -> {
            throttle.failed(address);
            return true;
          });
      throw wrong;
    }
  }

  private Who owner(PublicKeyCredential<AuthenticatorAssertionResponse> assertion) {
    return sql.selectFrom(PASSKEY_LOGIN)
        .where(PASSKEY_LOGIN.CREDENTIAL_ID.eq(assertion.getRawId().getBytes()))
        .fetchOptional(row -> new Who(row.getDistrictId(), row.getAccountId()))
        .orElseThrow(() -> new BadCredentialsException("unknown passkey"));
  }

  private void check(Who who, RelyingPartyAuthenticationRequest request) {
    try {
      in(who, () -> scope.write(() -> checked(who, request)));
    } catch (Passkeys.Cloned | MaliciousCounterValueException cloned) {
      in(who, () -> scope.write(() -> noteClone(who, request)));
      throw new BadCredentialsException("cloned", cloned);
    } catch (BadCredentialsException refused) {
      throw refused;
    } catch (RuntimeException wrong) {
      secondStep.refused(who.district(), who.account(), "passkey");
      throw new BadCredentialsException("passkey", wrong);
    }
  }

  private boolean checked(Who who, RelyingPartyAuthenticationRequest request) {
    boolean open =
        sql.fetchExists(
            ACCOUNT,
            ACCOUNT.DISTRICT_ID.eq(who.district()),
            ACCOUNT.ID.eq(who.account()),
            ACCOUNT.DISABLED_AT.isNull());
    if (!open) {
      throw new IllegalArgumentException("disabled");
    }
    parties.current().checks().authenticate(request);
    secondStep.signedIn(who.account(), "passkey");
    return true;
  }

  /** It is refused from now on; its owner sees why and removes it. */
  private boolean noteClone(Who who, RelyingPartyAuthenticationRequest request) {
    sql.update(PASSKEY)
        .set(PASSKEY.CLONED_AT, now.instant())
        .where(PASSKEY.DISTRICT_ID.eq(who.district()), PASSKEY.ACCOUNT_ID.eq(who.account()))
        .and(PASSKEY.CREDENTIAL_ID.eq(request.getPublicKey().getRawId().getBytes()))
        .execute();
    audit.record("account.passkey-cloned", "account:" + who.account(), Map.of());
    return true;
  }

  private <T> T in(Who who, Supplier<T> work) {
    return scope.inDistrict(who.district(), Reach.ALL, Posts.ACCOUNT_ACTOR + who.account(), work);
  }

  private <T> T nobody(Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }
}
