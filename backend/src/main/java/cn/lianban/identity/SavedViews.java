package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.SAVED_VIEW;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.identity.tables.records.SavedViewRecord;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Views of lists: one's own are nobody else's; a role's and the district's are the administrator's.
 */
@Component
class SavedViews {
  private static final int MOST = 50;
  private static final Pattern LIST = Pattern.compile("[a-z][a-z-]{1,39}");

  /** Encoded as in an address: nothing that could leave it. */
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9\\-._~%!$&'()*+,;=:@/?]{0,2000}");

  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  SavedViews(DSLContext sql, TenantScope scope, Posts posts, Once once, AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /** What the caller may use; administrators see every role's, to keep them. */
  List<SavedView> of(String list) {
    return fetch(SAVED_VIEW.LIST.eq(list));
  }

  Optional<SavedView> find(long id) {
    return fetch(SAVED_VIEW.ID.eq(id)).stream().findFirst();
  }

  boolean mayChange(SavedView view) {
    return view.audience() == SavedView.Audience.PERSON || posts.holds(Role.DISTRICT_ADMIN);
  }

  /**
   * @param wanted id 0: a new one
   * @param expectedVersion null for a new one
   * @return its id
   * @throws Rejected REQUIRED, TOO_LONG, INVALID, TOO_MANY, NOT_FOUND, VERSION_CONFLICT
   */
  long save(SavedView wanted, @Nullable Integer expectedVersion, String key, Object request) {
    requireDistrictStaff();
    SavedView view = checked(wanted);
    requireRight(view);
    return once.run(
            key,
            request,
            () -> {
              SavedViewRecord row = view.id() == 0 ? fresh(view) : lock(view.id(), expectedVersion);
              row.setName(view.name());
              row.setAudience(view.audience().name());
              row.setAccountId(view.accountId());
              row.setRole(view.role() == null ? null : view.role().name());
              row.setQuery(view.query());
              row.setIsDefault(view.isDefault());
              row.store();
              if (view.isDefault()) {
                onlyDefault(row);
              }
              audit.record("savedView.save", "savedView:" + row.getId(), Map.of());
              return row.getId();
            })
        .id();
  }

  /**
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT
   */
  void remove(long id, int expectedVersion, String key, Object request) {
    requireDistrictStaff();
    once.run(
        key,
        request,
        () -> {
          lock(id, expectedVersion).delete();
          audit.record("savedView.remove", "savedView:" + id, Map.of());
          return id;
        });
  }

  /** Operators and accounts without a post write nothing in a district. */
  private void requireDistrictStaff() {
    posts.requireAccount();
    Reach reach = scope.current().reach();
    if (reach != Reach.ALL && reach != Reach.LEVEL && reach != Reach.OWN) {
      throw Problem.forbidden();
    }
  }

  private SavedView checked(SavedView wanted) {
    String name = wanted.name().strip();
    if (name.isEmpty()) {
      throw new Rejected("REQUIRED", "name", "必填");
    }
    if (name.codePointCount(0, name.length()) > 60) {
      throw new Rejected("TOO_LONG", "name", "不超过 60 个字符");
    }
    if (!LIST.matcher(wanted.list()).matches()) {
      throw new Rejected("INVALID", "list", "没有这个列表");
    }
    if (!QUERY.matcher(wanted.query()).matches()) {
      throw new Rejected("INVALID", "query", "视图条件无效");
    }
    if ((wanted.audience() == SavedView.Audience.ROLE) != (wanted.role() != null)) {
      throw new Rejected("REQUIRED", "role", "请选择岗位");
    }
    boolean own = wanted.audience() == SavedView.Audience.PERSON;
    return new SavedView(
        wanted.id(),
        wanted.list(),
        name,
        wanted.audience(),
        own ? posts.requireAccount() : null,
        wanted.role(),
        wanted.query(),
        wanted.isDefault(),
        0);
  }

  private void requireRight(SavedView view) {
    if (!mayChange(view)) {
      throw Problem.forbidden();
    }
  }

  private SavedViewRecord fresh(SavedView view) {
    if (of(view.list()).size() >= MOST) {
      throw new Rejected("TOO_MANY", null, "每个列表最多 " + MOST + " 个视图");
    }
    SavedViewRecord row = sql.newRecord(SAVED_VIEW);
    row.setDistrictId(scope.district());
    row.setList(view.list());
    row.setVersion(0);
    return row;
  }

  private SavedViewRecord lock(long id, @Nullable Integer expectedVersion) {
    SavedView known = find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有找到该视图"));
    requireRight(known);
    SavedViewRecord row =
        sql.selectFrom(SAVED_VIEW)
            .where(SAVED_VIEW.DISTRICT_ID.eq(scope.district()), SAVED_VIEW.ID.eq(id))
            .forUpdate()
            .fetchOne();
    if (row == null || !Objects.equals(row.getVersion(), expectedVersion)) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    row.setVersion(row.getVersion() + 1);
    return row;
  }

  /** One default for a person, a role and the district in each list. */
  private void onlyDefault(SavedViewRecord row) {
    sql.update(SAVED_VIEW)
        .set(SAVED_VIEW.IS_DEFAULT, false)
        .where(SAVED_VIEW.DISTRICT_ID.eq(row.getDistrictId()), SAVED_VIEW.LIST.eq(row.getList()))
        .and(SAVED_VIEW.AUDIENCE.eq(row.getAudience()))
        .and(SAVED_VIEW.ACCOUNT_ID.isNotDistinctFrom(row.getAccountId()))
        .and(SAVED_VIEW.ROLE.isNotDistinctFrom(row.getRole()))
        .and(SAVED_VIEW.ID.ne(row.getId()))
        .execute();
  }

  private List<SavedView> fetch(Condition which) {
    return sql.selectFrom(SAVED_VIEW)
        .where(SAVED_VIEW.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .and(usable())
        .orderBy(SAVED_VIEW.NAME, SAVED_VIEW.ID)
        .limit(4 * MOST)
        .fetch(SavedViews::view);
  }

  private Condition usable() {
    OptionalLong account = posts.account();
    Condition own =
        account.isEmpty() ? DSL.falseCondition() : SAVED_VIEW.ACCOUNT_ID.eq(account.getAsLong());
    Condition roles =
        posts.holds(Role.DISTRICT_ADMIN)
            ? SAVED_VIEW.ROLE.isNotNull()
            : SAVED_VIEW.ROLE.in(scope.current().roles());
    return own.or(roles).or(SAVED_VIEW.AUDIENCE.eq(SavedView.Audience.DISTRICT.name()));
  }

  private static SavedView view(SavedViewRecord row) {
    String role = row.getRole();
    return new SavedView(
        row.getId(),
        row.getList(),
        row.getName(),
        SavedView.Audience.valueOf(row.getAudience()),
        row.getAccountId(),
        role == null ? null : Role.valueOf(role),
        row.getQuery(),
        row.getIsDefault(),
        row.getVersion());
  }
}
