package cn.lianban.tenancy;

import static cn.lianban.db.tenancy.Tables.DISTRICT_CODE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Six digits of GB/T 2260 → district id. A code never changes its district, so answers are kept.
 */
@Component
public class DistrictCodes {
  private final Cache<String, Integer> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();
  private final DSLContext sql;
  private final TenantScope scope;

  DistrictCodes(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Looks the code up in a transaction of its own; unknown codes are not remembered. */
  public Optional<Integer> find(String code) {
    Integer found = known.getIfPresent(code);
    if (found == null && code.matches("\\d{6}")) {
      found = scope.run(Scope.nowhere(), null, () -> read(code));
      if (found != null) {
        known.put(code, found);
      }
    }
    return Optional.ofNullable(found);
  }

  private @org.jspecify.annotations.Nullable Integer read(String code) {
    return sql.select(DISTRICT_CODE.DISTRICT_ID)
        .from(DISTRICT_CODE)
        .where(DISTRICT_CODE.CODE.eq(code))
        .fetchOne(DISTRICT_CODE.DISTRICT_ID);
  }
}
