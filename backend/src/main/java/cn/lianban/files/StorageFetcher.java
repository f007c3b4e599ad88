package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;
import static cn.lianban.db.files.Tables.FILE;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The district's storage, for its administrators. */
@DgsComponent
class StorageFetcher {
  // a name of identity's roles: that room comes later in the order of knowledge
  private static final String READER = "DISTRICT_ADMIN";
  private final DSLContext sql;
  private final TenantScope scope;
  private final FileUploads uploads;
  private final Storage storage;
  private final VirusScanner scanner;

  StorageFetcher(
      DSLContext sql,
      TenantScope scope,
      FileUploads uploads,
      Storage storage,
      VirusScanner scanner) {
    this.sql = sql;
    this.scope = scope;
    this.uploads = uploads;
    this.storage = storage;
    this.scanner = scanner;
  }

  @DgsQuery
  StorageUse storageUse() {
    if (!scope.current().roles().contains(READER)) {
      throw Problem.forbidden();
    }
    FileUploads.Limits limits = uploads.limits();
    var failing = DSL.count().filterWhere(AWAITING.ATTEMPTS.gt(0));
    var waiting =
        sql.select(DSL.count(), failing)
            .from(AWAITING)
            .where(AWAITING.DISTRICT_ID.eq(scope.district()))
            .fetchSingle();
    return new StorageUse(
        limits.used(),
        limits.files(),
        limits.quota(),
        limits.file(),
        storage.kind(),
        scanner.isOn(),
        waiting.value1(),
        waiting.value2());
  }

  @DgsData(parentType = "StorageUse")
  List<StorageUse.Share> shares() {
    var files = DSL.count();
    var bytes = DSL.coalesce(DSL.sum(FILE.SIZE), BigDecimal.ZERO);
    return sql.select(FILE.SOURCE, FILE.STATE, files, bytes)
        .from(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()))
        .groupBy(FILE.SOURCE, FILE.STATE)
        .orderBy(FILE.SOURCE, FILE.STATE)
        .fetch(
            row ->
                new StorageUse.Share(
                    FileSource.valueOf(row.value1()),
                    FileState.valueOf(row.value2()),
                    row.value3(),
                    row.value4().longValueExact()));
  }
}
