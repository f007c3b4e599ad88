package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.REVEAL;

import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looked at an applicant unmasked, and why in his own words; rows that can be blanked. */
@Component
class Reveals {
  private final DSLContext sql;
  private final TenantScope scope;

  Reveals(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * One look.
   *
   * @param reason null: blanked
   */
  record Reveal(Instant at, long accountId, @Nullable String reason) {}

  /** Answers the digest that the audit keeps: salted, for reasons are easily guessed. */
  String add(CaseFile file, By by, String reason, Instant at) {
    String salt = UUID.randomUUID().toString();
    sql.insertInto(REVEAL)
        .set(REVEAL.DISTRICT_ID, scope.district())
        .set(REVEAL.SUB_DISTRICT_ID, file.subDistrictId())
        .set(REVEAL.AT_DISTRICT, file.atDistrict())
        .set(REVEAL.CASE_ID, file.id())
        .set(REVEAL.AT, at)
        .set(REVEAL.ACCOUNT_ID, Objects.requireNonNull(by.accountId()))
        .set(REVEAL.REASON, reason)
        .set(REVEAL.SALT, salt)
        .execute();
    return HexFormat.of().formatHex(Sha256.of(salt + reason));
  }

  /** By case, oldest first; one statement. */
  Map<Long, List<Reveal>> of(Collection<Long> caseIds) {
    return sql.selectFrom(REVEAL)
        .where(REVEAL.DISTRICT_ID.eq(scope.district()), Among.these(REVEAL.CASE_ID, caseIds))
        .orderBy(REVEAL.CASE_ID, REVEAL.ID)
        .fetchGroups(
            REVEAL.CASE_ID, row -> new Reveal(row.getAt(), row.getAccountId(), row.getReason()));
  }
}
