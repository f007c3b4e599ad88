package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.PASSKEY;

import cn.lianban.api.types.PasskeyRemoveInput;
import cn.lianban.api.types.PasskeyRenameInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Somebody renames or removes a passkey of his own. */
@Component
class PasskeyChanges {
  /** The API's id kind. */
  static final String KIND = "Passkey";

  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final StepUp stepUp;
  private final SecondFactorRows rows;
  private final SecondFactors factors;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  PasskeyChanges(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      StepUp stepUp,
      SecondFactorRows rows,
      SecondFactors factors,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.stepUp = stepUp;
    this.rows = rows;
    this.factors = factors;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @throws Rejected NOT_FOUND, INVALID at name
   */
  void rename(PasskeyRenameInput input) {
    String name = PasskeyRegistration.named(input.getName());
    change(
        input.getIdempotencyKey(),
        input,
        input.getId(),
        "account.passkey-rename",
        (account, id) ->
            sql.update(PASSKEY)
                .set(PASSKEY.NAME, name)
                .where(PASSKEY.DISTRICT_ID.eq(scope.district()), PASSKEY.ID.eq(id))
                .and(PASSKEY.ACCOUNT_ID.eq(account))
                .and(PASSKEY.REMOVED_AT.isNull())
                .execute());
  }

  /**
   * @throws Rejected CONFIRM_FIRST, NOT_FOUND, REQUIRED when the district asks for a second factor
   *     and this is the last one
   */
  void remove(PasskeyRemoveInput input) {
    stepUp.require();
    Set<String> roles = scope.current().roles();
    change(
        input.getIdempotencyKey(),
        input,
        input.getId(),
        "account.passkey-remove",
        (account, id) -> {
          int gone =
              sql.update(PASSKEY)
                  .set(PASSKEY.REMOVED_AT, now.instant())
                  .where(PASSKEY.DISTRICT_ID.eq(scope.district()), PASSKEY.ID.eq(id))
                  .and(PASSKEY.ACCOUNT_ID.eq(account))
                  .and(PASSKEY.REMOVED_AT.isNull())
                  .execute();
          factors.keepOne(account, roles);
          return gone;
        });
  }

  /** Changes one row of one's own. */
  private interface Change {
    int of(long account, long id);
  }

  private void change(String key, Object input, String id, String action, Change change) {
    long account = posts.requireAccount();
    long number = Ids.parse(KIND, id);
    once.run(
        key,
        input,
        () ->
            factors.asSubject(
                () -> {
                  rows.locked(account);
                  if (change.of(account, number) == 0) {
                    throw new Rejected("NOT_FOUND", "id", "没有这个通行密钥");
                  }
                  audit.record(action, "account:" + account, Map.of("passkey", number));
                  return account;
                }));
  }
}
