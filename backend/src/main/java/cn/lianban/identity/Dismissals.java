package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.api.types.AccountDismissInput;
import cn.lianban.api.types.WorkTakerInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Somebody leaves for good: work handed over, posts ended, account stopped, in one step. */
@Component
class Dismissals {
  private final AccountActs acts;
  private final DSLContext sql;
  private final TenantScope scope;
  private final AccountRows rows;
  private final HandOvers handOvers;
  private final Absences absences;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final Now now;

  Dismissals(
      AccountActs acts,
      DSLContext sql,
      TenantScope scope,
      AccountRows rows,
      HandOvers handOvers,
      Absences absences,
      Sessions sessions,
      AuditTrail audit,
      Now now) {
    this.acts = acts;
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
    this.handOvers = handOvers;
    this.absences = absences;
    this.sessions = sessions;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @return the account's id
   * @throws Rejected NOT_FOUND, SELF, LAST_ADMIN, VERSION_CONFLICT, OPEN_WORK at handOverToId,
   *     NOT_IN_UNIT
   */
  long dismiss(AccountDismissInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          long id = account.id();
          rows.refuseLastAdministrator(id);
          rows.refuseSelf(id, "不能办理自己的离岗");
          var change = sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, now.instant());
          rows.apply(change, id, input.getExpectedVersion());
          settle(id, input);
          leave(id);
        });
  }

  /** What lies in each unit goes to whom is named for it, the rest to the one for all. */
  private void settle(long id, AccountDismissInput input) {
    List<WorkTakerInput> takers = Objects.requireNonNullElse(input.getHandOvers(), List.of());
    for (int i = 0; i < takers.size(); i++) {
      WorkTakerInput one = takers.get(i);
      int unit = Ids.parseInt(Unit.KIND, one.getUnitId());
      handOvers.settle(
          new OpenWork.Holding(id, unit), one.getToAccountId(), "handOvers[" + i + "].toAccountId");
    }
    handOvers.settle(new OpenWork.Holding(id, null), input.getHandOverToId());
  }

  private void leave(long id) {
    int ended =
        sql.update(POST)
            .set(POST.ENDED_ON, now.today())
            .where(POST.DISTRICT_ID.eq(scope.district()), POST.ACCOUNT_ID.eq(id))
            .and(POST.ENDED_ON.isNull())
            .execute();
    absences.endAllOf(id, now.instant());
    sessions.endAll(id);
    audit.record("account.dismiss", "account:" + id, Map.of("posts", ended));
  }
}
