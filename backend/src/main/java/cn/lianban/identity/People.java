package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ABSENCE;
import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Colleagues by id and by unit; what the caller's reach does not show is missing. */
@Component
public class People {
  private static final int MANY = 200;
  private static final int EVERYBODY = 100_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  People(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** One statement for any number of ids. */
  public Map<Long, Person> byIds(Collection<Long> ids) {
    return select(Among.these(ACCOUNT.ID, ids), EVERYBODY).stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** Whoever has that account, a partner's system too. */
  public Optional<Person> find(long id) {
    return select(ACCOUNT.ID.eq(id), 1).stream().findFirst();
  }

  /** A colleague of flesh and blood: no partner's system, which nothing can be handed to. */
  Optional<Person> colleague(long id) {
    return select(ACCOUNT.ID.eq(id).and(ACCOUNT.PARTNER.isFalse()), 1).stream().findFirst();
  }

  /** Whether the person, who is no partner's system, holds a post in the unit today. */
  public boolean worksIn(long account, int unitId) {
    return sql.fetchExists(
        sql.selectOne()
            .from(POST)
            .join(ACCOUNT)
            .on(ACCOUNT.DISTRICT_ID.eq(POST.DISTRICT_ID), ACCOUNT.ID.eq(POST.ACCOUNT_ID))
            .where(POST.DISTRICT_ID.eq(scope.district()), POST.ACCOUNT_ID.eq(account))
            .and(POST.UNIT_ID.eq(unitId))
            .and(POST.ENDED_ON.isNull())
            .and(ACCOUNT.PARTNER.isFalse()));
  }

  /**
   * @throws Rejected NOT_IN_UNIT at the field
   */
  public void requireWorksIn(long account, int unitId, String field) {
    if (!worksIn(account, unitId)) {
      throw new Rejected("NOT_IN_UNIT", field, "接收人不在该单位任职");
    }
  }

  /**
   * A colleague who is still with us.
   *
   * @throws Rejected NOT_FOUND at the field
   */
  Person requireColleague(long id, String field) {
    return colleague(id).filter(person -> !person.disabled()).orElseThrow(() -> noColleague(field));
  }

  static Rejected noColleague(String field) {
    return new Rejected("NOT_FOUND", field, "没有找到该接收人");
  }

  /**
   * Somebody who can be given work in the unit today.
   *
   * @throws Rejected NOT_FOUND, NOT_IN_UNIT, AWAY at the field
   */
  public void requireThere(long account, int unitId, String field) {
    requireColleague(account, field);
    requireWorksIn(account, unitId, field);
    boolean away =
        sql.fetchExists(
            sql.selectOne()
                .from(ABSENCE)
                .where(ABSENCE.DISTRICT_ID.eq(scope.district()), ABSENCE.ACCOUNT_ID.eq(account))
                .and(Absences.on(now.today())));
    if (away) {
      throw new Rejected("AWAY", field, "该同事今天不在岗，请选择其他人");
    }
  }

  /**
   * Enabled people by name, at most 200; no partners' systems.
   *
   * @param unitId who holds a post there; null: everybody in the caller's reach
   * @param search letters of the name, or the beginning of the login name; null or blank: all
   */
  List<Person> working(@Nullable Integer unitId, @Nullable String search) {
    Condition wanted = ACCOUNT.DISABLED_AT.isNull().and(ACCOUNT.PARTNER.isFalse());
    if (search != null && !search.isBlank()) {
      String words = search.strip().replace("\0", "");
      wanted =
          wanted.and(
              ACCOUNT
                  .PERSON_NAME
                  .contains(words)
                  .or(ACCOUNT.LOGIN_NAME.startsWith(PersonRules.login(words))));
    }
    if (unitId != null) {
      wanted =
          wanted.and(
              ACCOUNT.ID.in(
                  sql.select(POST.ACCOUNT_ID)
                      .from(POST)
                      .where(POST.DISTRICT_ID.eq(scope.district()))
                      .and(POST.UNIT_ID.eq(unitId))
                      .and(POST.ENDED_ON.isNull())));
    }
    return select(wanted, MANY);
  }

  private List<Person> select(Condition which, int most) {
    return sql.select(ACCOUNT.ID, ACCOUNT.PERSON_NAME, ACCOUNT.SUB_DISTRICT_ID, ACCOUNT.DISABLED_AT)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(ACCOUNT.PERSON_NAME, ACCOUNT.ID)
        .limit(most)
        .fetch(row -> new Person(row.value1(), row.value2(), row.value3(), row.value4() != null));
  }
}
