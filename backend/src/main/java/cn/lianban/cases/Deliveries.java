package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.DELIVERY;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How each result was delivered. */
@Component
class Deliveries {
  private final DSLContext sql;
  private final TenantScope scope;

  Deliveries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  void add(CaseFile file, Delivery delivery) {
    sql.insertInto(DELIVERY)
        .set(DELIVERY.DISTRICT_ID, scope.district())
        .set(DELIVERY.CASE_ID, file.id())
        .set(DELIVERY.SUB_DISTRICT_ID, file.subDistrictId())
        .set(DELIVERY.AT_DISTRICT, file.atDistrict())
        .set(DELIVERY.WAY, delivery.way().name())
        .set(DELIVERY.CARRIER, delivery.carrier())
        .set(DELIVERY.POST_NO, delivery.postNo())
        .execute();
  }

  Map<Long, Delivery> of(Collection<Long> caseIds) {
    return sql.selectFrom(DELIVERY)
        .where(DELIVERY.DISTRICT_ID.eq(scope.district()), Among.these(DELIVERY.CASE_ID, caseIds))
        .fetchMap(
            DELIVERY.CASE_ID,
            row ->
                new Delivery(
                    Delivery.Way.valueOf(row.getWay()), row.getCarrier(), row.getPostNo()));
  }
}
