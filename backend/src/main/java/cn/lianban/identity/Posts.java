package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.db.identity.tables.records.PostRecord;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Actor;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who an account is on this request: its posts, and the widest reach among them. */
@Component
public class Posts implements Actor {
  private static final String ACCOUNT_ACTOR = "account:";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Question<Held> standing;

  Posts(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.standing =
        new Question<>(
            sql,
            scope,
            sql.select(ACCOUNT.MUST_CHANGE, POST.ROLE, POST.UNIT_ID, POST.SUB_DISTRICT_ID)
                .from(ACCOUNT)
                .leftJoin(POST)
                .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID), POST.ACCOUNT_ID.eq(ACCOUNT.ID))
                .and(POST.ENDED_ON.isNull())
                .where(ACCOUNT.DISTRICT_ID.eq(Question.DISTRICT))
                .and(ACCOUNT.ID.eq(Question.parameter(1, Long.class)))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .and(Sessions.stands(Question.parameter(2, String.class)))
                .orderBy(POST.ID),
            row ->
                new Held(
                    row.yes(1),
                    row.wordOrNull(2, Role.class),
                    row.numberOrNull(3),
                    row.numberOrNull(4)));
  }

  /** A row of {@link #standing}; no role: an account without a post. */
  private record Held(
      boolean mustChange, @Nullable Role role, @Nullable Integer unit, @Nullable Integer level) {}

  /** True when the caller holds one of the roles on this request. */
  public boolean holds(Role... any) {
    Set<String> held = scope.current().roles();
    for (Role role : any) {
      if (held.contains(role.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws Problem FORBIDDEN when the caller holds none of the roles
   */
  public void require(Role... any) {
    if (!holds(any)) {
      throw Problem.forbidden();
    }
  }

  /**
   * The unit the caller acts for.
   *
   * @throws Problem FORBIDDEN when his post belongs to no unit
   */
  public int requireUnit() {
    Integer unit = scope.current().unitId();
    if (unit == null) {
      throw Problem.forbidden();
    }
    return unit;
  }

  /** The caller's account; empty for citizens, tokens and jobs. */
  public OptionalLong account() {
    String actor = scope.current().actor();
    return actor.startsWith(ACCOUNT_ACTOR)
        ? OptionalLong.of(Long.parseLong(actor.substring(ACCOUNT_ACTOR.length())))
        : OptionalLong.empty();
  }

  /**
   * The caller's account.
   *
   * @throws Problem UNAUTHENTICATED when the caller has none
   */
  public long requireAccount() {
    return account().orElseThrow(Problem::unauthenticated);
  }

  /**
   * Gives an account a post; a null unit is for roles that stand beside the units.
   *
   * @throws IllegalArgumentException when a person of a sub-district would get a post outside it:
   *     its administrator, who can reset that person's password, would get there too
   */
  public void assign(
      long accountId, Role role, @Nullable Integer unitId, @Nullable Integer subDistrictId) {
    Integer home =
        sql.select(ACCOUNT.SUB_DISTRICT_ID)
            .from(ACCOUNT)
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(accountId))
            .fetchOne(ACCOUNT.SUB_DISTRICT_ID);
    if (home != null && !home.equals(subDistrictId)) {
      throw new IllegalArgumentException("a post outside the account's sub-district");
    }
    sql.insertInto(POST)
        .set(POST.DISTRICT_ID, scope.district())
        .set(POST.ACCOUNT_ID, accountId)
        .set(POST.ROLE, role.name())
        .set(POST.UNIT_ID, unitId)
        .set(POST.SUB_DISTRICT_ID, subDistrictId)
        .set(POST.STARTED_ON, now.today())
        .execute();
  }

  /** The posts of many accounts in one statement; an account without any is missing. */
  Map<Long, List<Post>> of(Collection<Long> accounts) {
    return sql.selectFrom(POST)
        .where(POST.DISTRICT_ID.eq(scope.district()), Among.these(POST.ACCOUNT_ID, accounts))
        .and(POST.ENDED_ON.isNull())
        .orderBy(POST.ID)
        .collect(
            Collectors.groupingBy(
                PostRecord::getAccountId, Collectors.mapping(Posts::post, Collectors.toList())));
  }

  private static Post post(PostRecord row) {
    return new Post(
        row.getId(),
        row.getAccountId(),
        Role.valueOf(row.getRole()),
        row.getUnitId(),
        row.getSubDistrictId(),
        row.getStartedOn());
  }

  @Override
  public Optional<Standing> standing(int districtId, long accountId, @Nullable String session) {
    List<Held> held = standing.ask(accountId, session == null ? Sessions.NONE : session);
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Standing(scopeOf(districtId, accountId, held), held.getFirst().mustChange()));
  }

  private static Scope scopeOf(int districtId, long accountId, List<Held> rows) {
    Reach reach = Reach.PUBLIC;
    Integer unit = null;
    Integer subDistrict = null;
    Set<String> roles = new HashSet<>();
    for (Held row : rows) {
      Role role = row.role();
      if (role == null) {
        continue;
      }
      roles.add(role.name());
      Reach wider = role.reach(row.level() != null);
      if (reach == Reach.PUBLIC || wider == Reach.ALL) {
        reach = wider;
      }
      if (unit == null) {
        unit = row.unit();
        subDistrict = row.level();
      }
    }
    return new Scope(districtId, subDistrict, unit, reach, roles, ACCOUNT_ACTOR + accountId);
  }
}
