package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.tenancy.Among;
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
  private final DSLContext sql;
  private final TenantScope scope;

  People(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** One statement for any number of ids. */
  public Map<Long, Person> byIds(Collection<Long> ids) {
    return select(Among.these(ACCOUNT.ID, ids)).stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  public Optional<Person> find(long id) {
    return select(ACCOUNT.ID.eq(id)).stream().findFirst();
  }

  /** Whether the person holds a post in the unit today. */
  public boolean worksIn(long account, int unitId) {
    return sql.fetchExists(
        sql.selectOne()
            .from(POST)
            .where(POST.DISTRICT_ID.eq(scope.district()), POST.ACCOUNT_ID.eq(account))
            .and(POST.UNIT_ID.eq(unitId))
            .and(POST.ENDED_ON.isNull()));
  }

  /**
   * Enabled people by name, at most 200.
   *
   * @param unitId who holds a post there; null: everybody in the caller's reach
   */
  List<Person> working(@Nullable Integer unitId) {
    Condition enabled = ACCOUNT.DISABLED_AT.isNull();
    return select(
        unitId == null
            ? enabled
            : enabled.and(
                ACCOUNT.ID.in(
                    sql.select(POST.ACCOUNT_ID)
                        .from(POST)
                        .where(POST.DISTRICT_ID.eq(scope.district()))
                        .and(POST.UNIT_ID.eq(unitId))
                        .and(POST.ENDED_ON.isNull()))));
  }

  private List<Person> select(Condition which) {
    return sql.select(ACCOUNT.ID, ACCOUNT.PERSON_NAME, ACCOUNT.SUB_DISTRICT_ID, ACCOUNT.DISABLED_AT)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(ACCOUNT.PERSON_NAME, ACCOUNT.ID)
        .limit(MANY)
        .fetch(row -> new Person(row.value1(), row.value2(), row.value3(), row.value4() != null));
  }
}
