package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.IDEMPOTENCY;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The same request twice has one effect and equal answers. Keys live 7 days. */
@Component
public class Once {
  private final DSLContext sql;
  private final TenantScope scope;
  private final JsonMapper json;

  Once(DSLContext sql, TenantScope scope, JsonMapper json) {
    this.sql = sql;
    this.scope = scope;
    this.json = json;
  }

  /**
   * Runs a change in its own committed transaction, once per district, actor and key. A rival with
   * the same key waits for the first and then answers as it; a refusal is not remembered.
   *
   * @param input the mutation's whole input, hashed: another body under the same key is refused
   * @param change answers the aggregate's id, which a replay answers again
   * @throws Rejected IDEMPOTENCY_CONFLICT, or what the change refuses with
   */
  public Done run(String key, Object input, LongSupplier change) {
    byte[] hash = hash(key, input);
    return scope.write(() -> first(key, hash) ? done(key, change) : replay(key, hash));
  }

  /**
   * What tells one request from another under the same key; for those who remember it themselves.
   *
   * @param input the mutation's whole input
   * @throws Rejected INVALID at idempotencyKey when it is none
   */
  public byte[] hash(String key, Object input) {
    if (key.length() < 8 || key.length() > 100) {
      throw new Rejected("INVALID", "idempotencyKey", "请求标识须为 8 至 100 个字符");
    }
    String text = input.getClass().getSimpleName() + json.writeValueAsString(input);
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean first(String key, byte[] hash) {
    Scope who = scope.current();
    return sql.insertInto(IDEMPOTENCY)
            .set(IDEMPOTENCY.DISTRICT_ID, who.districtId())
            .set(IDEMPOTENCY.ACTOR, who.actor())
            .set(IDEMPOTENCY.KEY, key)
            .set(IDEMPOTENCY.REQUEST_HASH, hash)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private Done done(String key, LongSupplier change) {
    Scope who = scope.current();
    long id = change.getAsLong();
    sql.update(IDEMPOTENCY)
        .set(IDEMPOTENCY.AGGREGATE_ID, id)
        .where(IDEMPOTENCY.DISTRICT_ID.eq(who.districtId()))
        .and(IDEMPOTENCY.ACTOR.eq(who.actor()))
        .and(IDEMPOTENCY.KEY.eq(key))
        .execute();
    return new Done(id, false);
  }

  private Done replay(String key, byte[] hash) {
    Scope who = scope.current();
    var row =
        sql.selectFrom(IDEMPOTENCY)
            .where(IDEMPOTENCY.DISTRICT_ID.eq(who.districtId()))
            .and(IDEMPOTENCY.ACTOR.eq(who.actor()))
            .and(IDEMPOTENCY.KEY.eq(key))
            .fetchSingle();
    requireSame(row.getRequestHash(), hash);
    return new Done(Objects.requireNonNull(row.getAggregateId()), true);
  }

  /**
   * @throws Rejected IDEMPOTENCY_CONFLICT when another request came under that key
   */
  public static void requireSame(byte[] first, byte[] again) {
    if (!Arrays.equals(first, again)) {
      throw new Rejected("IDEMPOTENCY_CONFLICT", "idempotencyKey", "同一请求标识已用于不同内容");
    }
  }

  /**
   * @param id the aggregate's
   * @param replayed true: the change had been done before; a secret shown once must be issued anew
   */
  public record Done(long id, boolean replayed) {}
}
