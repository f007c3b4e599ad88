package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.db.identity.tables.records.AccountRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;

/** Changes an account's row, and keeps a district from losing its last administrator. */
@Component
class AccountRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  AccountRows(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /**
   * Writes the change and the next version.
   *
   * @throws Rejected VERSION_CONFLICT when the row is not the one the caller saw
   */
  void apply(UpdateSetMoreStep<AccountRecord> change, long id, int expectedVersion) {
    int rows =
        change
            .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(id))
            .and(ACCOUNT.VERSION.eq(expectedVersion))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  /** Locks the row for a change of what hangs on it; the account's version moves with it. */
  void touch(long id, int expectedVersion) {
    apply(sql.update(ACCOUNT).set(ACCOUNT.ID, id), id, expectedVersion);
  }

  /**
   * @throws Rejected SELF when the caller names himself
   */
  void refuseSelf(long id, String words) {
    if (id == posts.requireAccount()) {
      throw new Rejected("SELF", "id", words);
    }
  }

  /**
   * Locks the administrators' rows in one order: two who disable each other do so in turn.
   *
   * @throws Rejected LAST_ADMIN when nobody but this account administers the district
   */
  void refuseLastAdministrator(long id) {
    List<Long> enabled =
        sql.select(ACCOUNT.ID)
            .from(ACCOUNT)
            .join(POST)
            .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID), POST.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.DISABLED_AT.isNull())
            .and(POST.ROLE.eq(Role.DISTRICT_ADMIN.name()))
            .and(POST.ENDED_ON.isNull())
            .orderBy(ACCOUNT.ID)
            .forUpdate()
            .of(ACCOUNT)
            .fetch(ACCOUNT.ID);
    if (enabled.contains(id) && enabled.stream().allMatch(other -> other == id)) {
      throw new Rejected("LAST_ADMIN", "id", "这是最后一个可用的区级管理员账号，请先任命另一名管理员");
    }
  }
}
