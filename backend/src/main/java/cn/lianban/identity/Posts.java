package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ABSENCE;
import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;
import static cn.lianban.db.identity.Tables.SETTING;

import cn.lianban.db.identity.tables.records.PostRecord;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Actor;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who an account is on this request: its posts, and the widest reach among them. */
@Component
public class Posts implements Actor {
  static final String ACCOUNT_ACTOR = "account:";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Question<Standings.Held> standing;

  Posts(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.standing =
        new Question<>(
            sql,
            scope,
            sql.select(
                    ACCOUNT.MUST_CHANGE,
                    mustEnrol(),
                    POST.ROLE,
                    POST.UNIT_ID,
                    POST.SUB_DISTRICT_ID,
                    POST.ACCOUNT_ID)
                .from(ACCOUNT)
                .leftJoin(POST)
                .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID))
                .and(POST.ACCOUNT_ID.eq(DSL.any(himselfAndAbsent())))
                .and(POST.ENDED_ON.isNull())
                .leftJoin(SETTING)
                .on(SETTING.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID))
                .where(ACCOUNT.DISTRICT_ID.eq(Question.DISTRICT))
                .and(ACCOUNT.ID.eq(Question.parameter(1, Long.class)))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .and(Sessions.stands(Question.parameter(2, String.class)))
                .orderBy(POST.ID),
            row ->
                new Standings.Held(
                    row.yes(1),
                    row.yes(2),
                    row.wordOrNull(3, Role.class),
                    row.numberOrNull(4),
                    row.numberOrNull(5),
                    row.bigOrNull(6)));
  }

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

  /**
   * The units the caller works in today, those he stands in at too.
   *
   * @throws Problem FORBIDDEN when no post of his belongs to a unit
   */
  public Set<Integer> requireUnits() {
    Set<Integer> units = scope.current().units();
    if (units.isEmpty()) {
      throw Problem.forbidden();
    }
    return units;
  }

  /**
   * The post in which the caller may act in a unit today: his own if he has one, else an absent
   * person's for whom he stands in.
   */
  public Optional<Seat> seat(int unitId, Role... any) {
    return scope.current().seats().stream()
        .filter(seat -> seat.unitId() != null && seat.unitId() == unitId && isOne(seat, any))
        .findFirst();
  }

  /** The posts in units in which the caller may act today, his own first. */
  public List<Seat> seats(Role... any) {
    return scope.current().seats().stream()
        .filter(seat -> seat.unitId() != null && isOne(seat, any))
        .toList();
  }

  private static boolean isOne(Seat seat, Role... any) {
    return Arrays.stream(any).anyMatch(role -> role.name().equals(seat.role()));
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

  static Post post(PostRecord row) {
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
    List<Standings.Held> held =
        standing.ask(accountId, session == null ? Sessions.NONE : session, now.today());
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Standing(Standings.scope(districtId, accountId, held), Standings.owed(held)));
  }

  /** The district's rule for this post, and no second factor. */
  private static Field<Boolean> mustEnrol() {
    return DSL.field(
        ACCOUNT
            .SECOND_FACTOR
            .isFalse()
            .and(ACCOUNT.PARTNER.isFalse())
            .and(SecondFactorPolicy.asks(SETTING, POST.ROLE)));
  }

  /** One array, read once: the index of posts by account serves it. */
  private static Field<Long[]> himselfAndAbsent() {
    Field<Long> himself = Question.parameter(1, Long.class);
    return DSL.arrayAppend(
        DSL.array(
            DSL.select(ABSENCE.ACCOUNT_ID)
                .from(ABSENCE)
                .where(ABSENCE.DISTRICT_ID.eq(Question.DISTRICT), ABSENCE.DEPUTY_ID.eq(himself))
                .and(Absences.on(Question.parameter(3, LocalDate.class)))),
        himself);
  }
}
