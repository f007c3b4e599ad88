package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.APPLICATION;

import cn.lianban.api.types.ApplicationDisableInput;
import cn.lianban.api.types.ApplicationRegisterInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.partners.tables.records.ApplicationRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The district's other applications, whose users sign in here. */
@Component
class Applications {
  private static final int MOST_ADDRESSES = 10;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Applications(
      DSLContext sql, TenantScope scope, Posts posts, Once once, AuditTrail audit, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** The application and its secret, which is shown once. */
  record Issued(Application application, String secret) {}

  List<Application> all() {
    posts.require(Role.DISTRICT_ADMIN, Role.AUDITOR);
    return sql.selectFrom(APPLICATION)
        .where(APPLICATION.DISTRICT_ID.eq(scope.district()))
        .orderBy(APPLICATION.CREATED_AT, APPLICATION.CLIENT_ID)
        .fetch(Applications::application);
  }

  private static Application application(ApplicationRecord row) {
    return new Application(
        row.getClientId(),
        row.getName(),
        List.of(row.getRedirectUris()),
        row.getCreatedAt(),
        row.getDisabledAt(),
        row.getVersion());
  }

  /**
   * A replay cannot show the first answer's secret again: it voids that one and issues another.
   *
   * @throws Rejected INVALID at name or redirectUris
   */
  Issued register(ApplicationRegisterInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    String name = input.getName().strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new Rejected("INVALID", "name", "1 至 100 个字符");
    }
    List<String> addresses = checked(input.getRedirectUris());
    String secret = Secret.fresh(32);
    return scope.write(
        () -> {
          long id =
              once.run(input.getIdempotencyKey(), input, () -> insert(name, addresses, secret))
                  .id();
          sql.update(APPLICATION)
              .set(APPLICATION.SECRET_HASH, Secret.hash(secret))
              .where(APPLICATION.DISTRICT_ID.eq(scope.district()), APPLICATION.ID.eq(id))
              .execute();
          return new Issued(
              sql.selectFrom(APPLICATION)
                  .where(APPLICATION.DISTRICT_ID.eq(scope.district()), APPLICATION.ID.eq(id))
                  .fetchSingle(Applications::application),
              secret);
        });
  }

  private long insert(String name, List<String> addresses, String secret) {
    String client =
        ApplicationClients.PREFIX + Secret.fresh(12).toLowerCase(Locale.ROOT).replace('_', '-');
    long id =
        Objects.requireNonNull(
            sql.insertInto(APPLICATION)
                .set(APPLICATION.CLIENT_ID, client)
                .set(APPLICATION.DISTRICT_ID, scope.district())
                .set(APPLICATION.NAME, name)
                .set(APPLICATION.SECRET_HASH, Secret.hash(secret))
                .set(APPLICATION.REDIRECT_URIS, addresses.toArray(String[]::new))
                .set(APPLICATION.CREATED_AT, now.instant())
                .returning(APPLICATION.ID)
                .fetchOne(APPLICATION.ID));
    audit.record("application.register", "application:" + id, Map.of("n", addresses.size()));
    return id;
  }

  private static List<String> checked(List<String> asked) {
    List<String> addresses = asked.stream().map(String::strip).distinct().toList();
    if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
      throw new Rejected("INVALID", "redirectUris", "请填写 1 至 " + MOST_ADDRESSES + " 个回调地址");
    }
    for (String address : addresses) {
      if (address.length() > 500 || !fits(address)) {
        throw new Rejected("INVALID", "redirectUris", "回调地址须是完整的 https 地址，不含 # 和账号：" + address);
      }
    }
    return addresses;
  }

  /** Over TLS, or to the developer's own machine. */
  private static boolean fits(String address) {
    try {
      URI uri = new URI(address);
      String host = uri.getHost();
      boolean safe =
          "https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && host != null && HERE.contains(host);
      return safe && host != null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /**
   * Its secret and everything that came of it are worth nothing from now on.
   *
   * @throws Rejected NOT_FOUND, ALREADY_DISABLED, VERSION_CONFLICT
   */
  Application disable(ApplicationDisableInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    once.run(input.getIdempotencyKey(), input, () -> disabled(input));
    return application(require(input.getClientId()));
  }

  private long disabled(ApplicationDisableInput input) {
    ApplicationRecord known = require(input.getClientId());
    if (known.getDisabledAt() != null) {
      throw new Rejected("ALREADY_DISABLED", "clientId", "已经停用");
    }
    int rows =
        sql.update(APPLICATION)
            .set(APPLICATION.DISABLED_AT, now.instant())
            .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
            .where(APPLICATION.DISTRICT_ID.eq(scope.district()))
            .and(APPLICATION.CLIENT_ID.eq(input.getClientId()))
            .and(APPLICATION.VERSION.eq(input.getExpectedVersion()))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record("application.disable", "application:" + known.getId(), Map.of());
    return known.getId();
  }

  private ApplicationRecord require(String clientId) {
    return sql.selectFrom(APPLICATION)
        .where(APPLICATION.DISTRICT_ID.eq(scope.district()), APPLICATION.CLIENT_ID.eq(clientId))
        .fetchOptional()
        .orElseThrow(() -> new Rejected("NOT_FOUND", "clientId", "没有这个应用"));
  }
}
