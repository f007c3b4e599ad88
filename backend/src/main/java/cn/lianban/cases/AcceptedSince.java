package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import cn.lianban.cases.AcceptedSince.Key;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** How many cases of an item were accepted since a moment; rehearsals do not count. */
@DgsDataLoader(name = AcceptedSince.NAME)
class AcceptedSince implements MappedBatchLoader<Key, Integer> {
  static final String NAME = "acceptedSince";
  private final DSLContext sql;
  private final TenantScope scope;

  AcceptedSince(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** An item and the first moment that counts. */
  record Key(long itemId, Instant since) {}

  @Override
  public CompletionStage<Map<Key, Integer>> load(Set<Key> keys) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Row2<Long, Instant>[] asked =
        keys.stream()
            .map(key -> row(val(key.itemId()), val(key.since(), CASEFILE.ACCEPTED_AT)))
            .toArray(Row2[]::new);
    Table<?> wanted = DSL.values(asked).as("wanted", "item", "since");
    Field<Long> item = Objects.requireNonNull(wanted.field("item", Long.class));
    Field<Instant> since =
        Objects.requireNonNull(wanted.field("since", CASEFILE.ACCEPTED_AT.getDataType()));
    Map<Key, Integer> counts = new HashMap<>();
    sql.select(item, since, count(CASEFILE.ID))
        .from(wanted)
        .leftJoin(CASEFILE)
        .on(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ITEM_ID.eq(item))
        .and(CASEFILE.ACCEPTED_AT.ge(since))
        .and(CASEFILE.TEST.isFalse())
        .groupBy(item, since)
        .forEach(row -> counts.put(new Key(row.value1(), row.value2()), row.value3()));
    return CompletableFuture.completedFuture(counts);
  }
}
