package cn.lianban.identity;

import cn.lianban.api.types.AccountSecondFactorResetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For a colleague who has lost phone and recovery codes. */
@Component
class SecondFactorReset {
  private final AccountActs acts;
  private final AccountRows rows;
  private final SecondFactorRows factors;
  private final Sessions sessions;
  private final StepUp stepUp;
  private final AuditTrail audit;

  SecondFactorReset(
      AccountActs acts,
      AccountRows rows,
      SecondFactorRows factors,
      Sessions sessions,
      StepUp stepUp,
      AuditTrail audit) {
    this.acts = acts;
    this.rows = rows;
    this.factors = factors;
    this.sessions = sessions;
    this.stepUp = stepUp;
    this.audit = audit;
  }

  /**
   * Takes everything away and ends the account's sessions; where the district asks for a second
   * factor the person is led to a new one at the next sign-in. Nobody does it to himself: whoever
   * sits at an unlocked screen could.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, SELF, CONFIRM_FIRST, NO_SECOND_FACTOR, VERSION_CONFLICT
   */
  long reset(AccountSecondFactorResetInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          rows.refuseSelf(account.id(), "不能重置自己的两步验证，请到“账号安全”中更改，或请另一名管理员办理");
          stepUp.require();
          if (!account.hasSecondFactor()) {
            throw new Rejected("NO_SECOND_FACTOR", "id", "该账号没有设置两步验证");
          }
          rows.touch(account.id(), input.getExpectedVersion());
          factors.removeTotp(account.id());
          factors.removePasskeys(account.id());
          factors.note(account.id());
          sessions.endAll(account.id());
          audit.record("account.second-factor-reset", "account:" + account.id(), Map.of());
        });
  }
}
