package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.MESSAGE;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes a message down; a trigger notes it as not spread yet. */
@Component
class Telling {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Telling(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  void tell(Notice notice) {
    sql.insertInto(MESSAGE)
        .set(MESSAGE.DISTRICT_ID, scope.district())
        .set(MESSAGE.TOLD_AT, now.instant())
        .set(MESSAGE.KIND, notice.kind())
        .set(MESSAGE.SUBJECT, notice.subject())
        .set(
            MESSAGE.RECIPIENTS,
            notice.recipients().stream().map(Recipient::word).sorted().toArray(String[]::new))
        .set(MESSAGE.TITLE, notice.title())
        .set(MESSAGE.BODY, notice.text())
        .set(MESSAGE.LINK, notice.link())
        .set(MESSAGE.URGENT, notice.urgent())
        .set(MESSAGE.EXPIRES_AT, notice.expiresAt())
        .set(MESSAGE.DEDUPE, notice.dedupe())
        .onConflictDoNothing()
        .execute();
  }
}
