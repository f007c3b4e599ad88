package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;

import cn.lianban.tenancy.TenantScope;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Where an import stands, and whether its importer wants it to stop. */
@Component
class Stops {
  private final DSLContext sql;
  private final TenantScope scope;

  Stops(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  int position(long id) {
    return Objects.requireNonNull(
        sql.select(INTAKE.POSITION)
            .from(INTAKE)
            .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
            .fetchOne(INTAKE.POSITION));
  }

  /** Read in a transaction of its own, or in the open one. */
  boolean asked(long id) {
    return scope.write(
        () ->
            Boolean.TRUE.equals(
                sql.select(INTAKE.CANCEL_ASKED)
                    .from(INTAKE)
                    .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
                    .fetchOne(INTAKE.CANCEL_ASKED)));
  }
}
