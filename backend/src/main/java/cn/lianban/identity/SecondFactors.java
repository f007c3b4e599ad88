package cn.lianban.identity;

import cn.lianban.api.types.RecoveryCodesRenewInput;
import cn.lianban.api.types.TotpBeginInput;
import cn.lianban.api.types.TotpConfirmInput;
import cn.lianban.api.types.TotpRemoveInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.identity.tables.records.TotpRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person does with his own code generator and recovery codes. */
@Component
class SecondFactors {
  static final String ISSUER = "联办";
  private final SecureRandom random = new SecureRandom();
  private final TenantScope scope;
  private final Posts posts;
  private final StepUp stepUp;
  private final SecondFactorRows rows;
  private final RecoveryCodes recovery;
  private final SecretBox box;
  private final Sessions sessions;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  SecondFactors(
      TenantScope scope,
      Posts posts,
      StepUp stepUp,
      SecondFactorRows rows,
      RecoveryCodes recovery,
      SecretBox box,
      Sessions sessions,
      Once once,
      AuditTrail audit,
      Now now) {
    this.scope = scope;
    this.posts = posts;
    this.stepUp = stepUp;
    this.rows = rows;
    this.recovery = recovery;
    this.box = box;
    this.sessions = sessions;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * A new secret, in force when a code of it has been seen; the one in force stays until then.
   *
   * @throws Rejected CONFIRM_FIRST
   */
  Begun begin(TotpBeginInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    byte[] secret = new byte[Totp.SECRET];
    random.nextBytes(secret);
    String login =
        asSubject(
            () ->
                scope.write(
                    () -> {
                      once.run(input.getIdempotencyKey(), input, () -> account);
                      var own = rows.locked(account);
                      rows.pending(own, box.seal(place(scope.district(), account), secret));
                      audit.record("account.totp-begin", "account:" + account, Map.of());
                      return own.loginName();
                    }));
    return new Begun(Totp.base32(secret), Totp.uri(ISSUER, login, secret));
  }

  /**
   * The new secret holds; the account's other sessions end, and it gets new recovery codes.
   *
   * @throws Rejected CONFIRM_FIRST, WRONG_CODE, NOT_BEGUN
   */
  List<String> confirm(TotpConfirmInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    return withFreshCodes(
        account,
        input.getIdempotencyKey(),
        input,
        () -> {
          TotpRecord row = rows.totp(account).orElse(null);
          if (row == null || row.getPending() == null) {
            throw new Rejected("NOT_BEGUN", null, "请重新开始设置");
          }
          byte[] secret = box.open(place(scope.district(), account), row.getPending());
          OptionalLong step = Totp.match(secret, input.getCode().strip(), now.instant(), 0);
          if (step.isEmpty()) {
            throw new Rejected("WRONG_CODE", "code", "验证码不正确，请核对手机时间后输入最新的验证码");
          }
          rows.confirm(account, step.getAsLong());
          rows.note(account);
          sessions.endOthers(account, stepUp.session().getId());
          audit.record("account.totp-enrol", "account:" + account, Map.of());
          return account;
        });
  }

  /**
   * @throws Rejected CONFIRM_FIRST, REQUIRED when the district asks for a second factor and this is
   *     the last one
   */
  void remove(TotpRemoveInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    Set<String> roles = scope.current().roles();
    once.run(
        input.getIdempotencyKey(),
        input,
        () ->
            asSubject(
                () -> {
                  rows.locked(account);
                  rows.removeTotp(account);
                  keepOne(account, roles);
                  audit.record("account.totp-remove", "account:" + account, Map.of());
                  return account;
                }));
  }

  /** In the removing transaction, which a refusal rolls back. */
  void keepOne(long account, Set<String> roles) {
    if (!rows.note(account) && rows.asked(roles)) {
      throw new Rejected("REQUIRED", null, "本区要求两步验证，不能去掉最后一种方式");
    }
  }

  /**
   * @throws Rejected CONFIRM_FIRST, NO_SECOND_FACTOR
   */
  List<String> renewCodes(RecoveryCodesRenewInput input) {
    long account = posts.requireAccount();
    stepUp.require();
    return withFreshCodes(
        account,
        input.getIdempotencyKey(),
        input,
        () -> {
          if (!rows.note(account)) {
            throw new Rejected("NO_SECOND_FACTOR", null, "请先设置验证器或通行密钥");
          }
          audit.record("account.recovery-renew", "account:" + account, Map.of());
          return account;
        });
  }

  /** A replay cannot show the first answer's codes again: it voids them and shows others. */
  List<String> withFreshCodes(long account, String key, Object input, LongSupplier change) {
    RecoveryCodes.Fresh fresh = recovery.fresh();
    return asSubject(
        () ->
            scope.write(
                () -> {
                  var own = rows.locked(account);
                  once.run(key, input, change);
                  recovery.replace(account, own.place(), fresh);
                  return fresh.codes();
                }));
  }

  /** One's own rows, whatever one's reach. */
  <T extends @Nullable Object> T asSubject(Supplier<T> work) {
    return scope.asSubject(scope.current().actor(), work);
  }

  static String place(int district, long account) {
    return "totp:" + district + ":" + account;
  }

  /** A secret as text and as what a QR code carries. */
  record Begun(String secret, String uri) {}
}
