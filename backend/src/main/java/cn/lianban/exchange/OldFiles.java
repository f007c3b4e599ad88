package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.OUTGOING;
import static cn.lianban.db.exchange.Tables.PIECE;
import static cn.lianban.db.exchange.Tables.SHEET;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Forgets the contents of files after 30 days; that they came and what became of them stays. */
@Component
class OldFiles {
  static final Duration LIFE = Duration.ofDays(30);
  private static final String JOB = "job:purge"; // the only actor that sees other actors' rows
  private static final int FILES = 50;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final Now now;

  OldFiles(DSLContext sql, TenantScope scope, Districts districts, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.now = now;
  }

  /** A file at a time, each in a transaction of its own. */
  void forget() {
    Instant before = now.instant().minus(LIFE);
    for (int district : districts.ids()) {
      scope.inDistrict(district, Reach.ALL, JOB, () -> forget(district, before));
    }
  }

  private boolean forget(int district, Instant before) {
    Map<Long, Long> came = scope.write(() -> intakes(district, before));
    came.forEach((id, account) -> scope.write(() -> forgetIntake(district, id, actor(account))));
    Map<Long, Long> left = scope.write(() -> outgoing(district, before));
    left.forEach((id, account) -> scope.write(() -> forgetOutgoing(district, id, actor(account))));
    return true;
  }

  private static String actor(long account) {
    return "account:" + account;
  }

  private Map<Long, Long> intakes(int district, Instant before) {
    return sql.select(INTAKE.ID, INTAKE.ACCOUNT_ID)
        .from(INTAKE)
        .where(INTAKE.DISTRICT_ID.eq(district), INTAKE.CREATED_AT.lt(before))
        .and(INTAKE.STATUS.notIn(ImportStatus.moving())) // the job is reading it
        .andNot(INTAKE.CONTENTS_GONE)
        .limit(FILES)
        .fetchMap(INTAKE.ID, INTAKE.ACCOUNT_ID);
  }

  private Map<Long, Long> outgoing(int district, Instant before) {
    return sql.select(OUTGOING.ID, OUTGOING.ACCOUNT_ID)
        .from(OUTGOING)
        .where(OUTGOING.DISTRICT_ID.eq(district), OUTGOING.CREATED_AT.lt(before))
        .andNot(OUTGOING.CONTENTS_GONE)
        .limit(FILES)
        .fetchMap(OUTGOING.ID, OUTGOING.ACCOUNT_ID);
  }

  private void forgetIntake(int district, long id, String actor) {
    sql.deleteFrom(STAGED)
        .where(STAGED.DISTRICT_ID.eq(district), STAGED.ACTOR.eq(actor), STAGED.INTAKE_ID.eq(id))
        .execute();
    sql.deleteFrom(SHEET)
        .where(SHEET.DISTRICT_ID.eq(district), SHEET.ACTOR.eq(actor), SHEET.INTAKE_ID.eq(id))
        .execute();
    forgetPieces(district, Uploads.owner(id), actor);
    sql.update(INTAKE)
        .set(INTAKE.CONTENTS_GONE, true)
        .where(INTAKE.DISTRICT_ID.eq(district), INTAKE.ID.eq(id))
        .execute();
  }

  private void forgetOutgoing(int district, long id, String actor) {
    forgetPieces(district, ExportJob.owner(id), actor);
    sql.update(OUTGOING)
        .set(OUTGOING.CONTENTS_GONE, true)
        .where(OUTGOING.DISTRICT_ID.eq(district), OUTGOING.ID.eq(id))
        .execute();
  }

  private void forgetPieces(int district, String owner, String actor) {
    sql.deleteFrom(PIECE)
        .where(PIECE.DISTRICT_ID.eq(district), PIECE.ACTOR.eq(actor), PIECE.OWNER.eq(owner))
        .execute();
  }
}
