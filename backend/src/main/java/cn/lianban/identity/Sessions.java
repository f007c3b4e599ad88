package cn.lianban.identity;

import static cn.lianban.db.machinery.Tables.SPRING_SESSION;

import cn.lianban.tenancy.TenantScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Ends sessions in the very transaction that gives the reason. Spring's repository would do it on a
 * second connection, before or after the change but never with it.
 */
@Component
class Sessions {
  /** Of callers that came without a session. */
  static final String NONE = "";

  private final DSLContext sql;
  private final TenantScope scope;

  Sessions(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** True of a session nobody has ended, and of {@link #NONE}. */
  static Condition stands(Field<String> sessionId) {
    return DSL.or(
        sessionId.eq(DSL.inline(NONE)),
        DSL.exists(
            DSL.selectOne().from(SPRING_SESSION).where(SPRING_SESSION.SESSION_ID.eq(sessionId))));
  }

  /** Ends every session of an account of this district. */
  void endAll(long account) {
    endOthers(account, "");
  }

  /** Ends every session of the account but one. */
  void endOthers(long account, String sessionId) {
    sql.deleteFrom(SPRING_SESSION)
        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(scope.district() + ":" + account))
        .and(SPRING_SESSION.SESSION_ID.ne(sessionId))
        .execute();
  }
}
