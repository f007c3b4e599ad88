package cn.lianban.files;

import static cn.lianban.db.files.Tables.DISTRICT_STORE;

import cn.lianban.api.types.StorageLimitsSetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.DistrictCodes;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much each district may keep: the operator's, who pays for the disks. He stands in no
 * district, so each of his acts is one transaction in the district that it concerns, whose own
 * audit trail tells of it.
 */
@Component
class StorageLimitsDesk {
  // a name of identity's roles: that room comes later in the order of knowledge
  private static final String OPERATOR = "PLATFORM_OPERATOR";
  private static final double LEAST = 1 << 20;
  private static final double MOST = 1L << 53;
  private final DSLContext sql;
  private final TenantScope scope;
  private final DistrictCodes codes;
  private final Districts districts;
  private final Secrets secrets;
  private final FilesSettings settings;
  private final Once once;
  private final AuditTrail audit;

  StorageLimitsDesk(
      DSLContext sql,
      TenantScope scope,
      DistrictCodes codes,
      Districts districts,
      Secrets secrets,
      FilesSettings settings,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.codes = codes;
    this.districts = districts;
    this.secrets = secrets;
    this.settings = settings;
    this.once = once;
    this.audit = audit;
  }

  Optional<StorageLimits> of(String districtCode) {
    String actor = operator();
    return codes
        .find(districtCode)
        .flatMap(district -> in(district, actor, () -> districts.current().map(this::limits)));
  }

  /**
   * @throws Rejected NOT_FOUND at districtCode, INVALID at quotaBytes or fileLimitBytes,
   *     VERSION_CONFLICT
   */
  StorageLimits set(StorageLimitsSetInput input) {
    String actor = operator();
    Long quota = bytes(input.getQuotaBytes(), "quotaBytes");
    Long file = bytes(input.getFileLimitBytes(), "fileLimitBytes");
    int district =
        codes
            .find(input.getDistrictCode())
            .orElseThrow(() -> new Rejected("NOT_FOUND", "districtCode", "没有这个区县"));
    return in(
        district,
        actor,
        () -> {
          once.run(
              input.getIdempotencyKey(),
              input,
              () -> write(quota, file, input.getExpectedVersion()));
          return limits(districts.current().orElseThrow());
        });
  }

  private long write(@Nullable Long quota, @Nullable Long file, int expectedVersion) {
    secrets.ensure();
    int rows =
        sql.update(DISTRICT_STORE)
            .set(DISTRICT_STORE.QUOTA_BYTES, quota)
            .set(DISTRICT_STORE.FILE_LIMIT_BYTES, file)
            .set(DISTRICT_STORE.VERSION, DISTRICT_STORE.VERSION.plus(1))
            .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
            .and(DISTRICT_STORE.VERSION.eq(expectedVersion))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record(
        "storage.limits",
        "district:" + scope.district(),
        Map.of( // 0: the server's default
            "quota", Objects.requireNonNullElse(quota, 0L),
            "file", Objects.requireNonNullElse(file, 0L)));
    return scope.district();
  }

  private StorageLimits limits(District district) {
    long quota = settings.quota().toBytes();
    long file = settings.fileLimit().toBytes();
    return sql.selectFrom(DISTRICT_STORE)
        .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(
            row ->
                new StorageLimits(
                    district.code(),
                    district.name(),
                    row.getUsedBytes(),
                    row.getUsedFiles(),
                    row.getQuotaBytes() == null ? quota : row.getQuotaBytes(),
                    row.getQuotaBytes() != null,
                    row.getFileLimitBytes() == null ? file : row.getFileLimitBytes(),
                    row.getFileLimitBytes() != null,
                    row.getVersion()))
        .orElse(
            new StorageLimits(
                district.code(), district.name(), 0, 0, quota, false, file, false, 0));
  }

  /**
   * Checked in a transaction that is over before the district's begins: no second connection inside
   * an open one. In the district he is named apart from its own accounts.
   */
  private String operator() {
    Scope caller = scope.write(scope::current);
    if (!caller.roles().contains(OPERATOR)) {
      throw Problem.forbidden();
    }
    return caller.actor().replace("account:", "operator:");
  }

  private <T> T in(int district, String actor, Supplier<T> act) {
    return scope.inDistrict(district, Reach.ALL, actor, act);
  }

  /** Null: the server's default. */
  private static @Nullable Long bytes(@Nullable Double wanted, String field) {
    if (wanted == null) {
      return null;
    }
    if (!(wanted >= LEAST && wanted <= MOST)) {
      throw new Rejected("INVALID", field, "至少 1 MB");
    }
    return wanted.longValue();
  }
}
