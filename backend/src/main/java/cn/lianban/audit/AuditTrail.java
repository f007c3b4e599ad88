package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened, in the transaction in which it happened. */
@Component
public class AuditTrail {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final JsonMapper json;

  AuditTrail(DSLContext sql, TenantScope scope, Now now, JsonMapper json) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.json = json;
  }

  /**
   * Records one action, and for whom when the caller stands in for somebody. A trigger notes the
   * row as not sealed yet.
   *
   * @param action room and verb: {@code case.accept}
   * @param subject kind and number: {@code case:123}
   * @param facts ids, codes and digests; never personal data
   */
  public void record(String action, String subject, Map<String, ?> facts) {
    Scope who = scope.current();
    Instant at = now.instant();
    String text = text(facts);
    sql.insertInto(ENTRY)
        .set(ENTRY.DISTRICT_ID, who.districtId())
        .set(ENTRY.AT, at)
        .set(ENTRY.ACTOR, who.actor())
        .set(ENTRY.ACTION, action)
        .set(ENTRY.SUBJECT, subject)
        .set(ENTRY.FACTS, text)
        .set(ENTRY.DIGEST, Digest.entry(who.districtId(), at, who.actor(), action, subject, text))
        .execute();
  }

  /** Canonical: sorted by name, and for whom. */
  String text(Map<String, ?> facts) {
    TreeMap<String, Object> told = new TreeMap<>(facts);
    Long absent = scope.current().actingFor();
    if (absent != null) {
      told.put("for", "account:" + absent);
    }
    return json.writeValueAsString(told);
  }
}
