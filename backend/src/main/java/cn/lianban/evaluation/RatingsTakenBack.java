package cn.lianban.evaluation;

import static cn.lianban.db.evaluation.Tables.INVITATION;
import static cn.lianban.db.evaluation.Tables.RATING;
import static cn.lianban.db.evaluation.Tables.RATING_SOURCE;

import cn.lianban.exchange.Row;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Takes imported ratings back; nothing is deleted. A rating given through our own link has another
 * source and is never among them.
 */
@Component
class RatingsTakenBack {
  private final DSLContext sql;
  private final TenantScope scope;

  RatingsTakenBack(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  void remove(List<Row> rows) {
    rows.forEach(this::remove);
  }

  private void remove(Row row) {
    int district = scope.district();
    var found =
        sql.select(RATING_SOURCE.RATING_ID, RATING_SOURCE.INVITATION_ID)
            .from(RATING_SOURCE)
            .join(RATING)
            .on(
                RATING.DISTRICT_ID.eq(RATING_SOURCE.DISTRICT_ID),
                RATING.ID.eq(RATING_SOURCE.RATING_ID))
            .where(RATING_SOURCE.DISTRICT_ID.eq(district))
            .and(RATING_SOURCE.FOREIGN_NO.eq(row.need(RatingKind.FOREIGN_NO)))
            .and(RATING.SOURCE.eq(row.need(RatingKind.SOURCE)))
            .fetchSingle();
    sql.update(RATING)
        .set(RATING.TEST, true)
        .where(RATING.DISTRICT_ID.eq(district), RATING.ID.eq(found.value1()))
        .execute();
    sql.update(RATING_SOURCE)
        .set(RATING_SOURCE.SERVICE_NO, found.value1().intValue() * -1)
        .setNull(RATING_SOURCE.FOREIGN_NO)
        .where(RATING_SOURCE.DISTRICT_ID.eq(district), RATING_SOURCE.RATING_ID.eq(found.value1()))
        .execute();
    sql.update(INVITATION)
        .set(INVITATION.SERVICE_NO, found.value1().intValue() * -1)
        .where(INVITATION.DISTRICT_ID.eq(district), INVITATION.ID.eq(found.value2()))
        .execute();
  }
}
