package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;
import org.jooq.DSLContext;

/**
 * Names of people by account ("accountNames", Long → String); missing beyond the viewer's reach.
 */
@DgsDataLoader(name = AccountNameLoader.NAME)
class AccountNameLoader implements MappedBatchLoader<Long, String> {
  static final String NAME = "accountNames";
  private final DSLContext sql;
  private final TenantScope scope;

  AccountNameLoader(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  @Override
  public CompletionStage<Map<Long, String>> load(Set<Long> accounts) {
    return CompletableFuture.completedFuture(
        sql.select(ACCOUNT.ID, ACCOUNT.PERSON_NAME)
            .from(ACCOUNT)
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), Among.these(ACCOUNT.ID, accounts))
            .fetchMap(ACCOUNT.ID, ACCOUNT.PERSON_NAME));
  }
}
