package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.audit.Named;
import cn.lianban.audit.Naming;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People for the trail: with the post they hold now, or held last. */
@Component
class AccountNaming implements Naming {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Units units;

  AccountNaming(DSLContext sql, TenantScope scope, Posts posts, Units units) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.units = units;
  }

  private record Row(
      long account,
      String name,
      boolean partner,
      @Nullable String role,
      @Nullable Integer unitId) {}

  @Override
  public String kind() {
    return "account";
  }

  @Override
  public Map<Long, Named> names(Collection<Long> numbers) {
    List<Row> rows = rows(numbers);
    Map<Integer, Unit> places =
        units.byIds(rows.stream().map(Row::unitId).filter(Objects::nonNull).distinct().toList());
    boolean opens = posts.holds(Role.DISTRICT_ADMIN);
    return rows.stream().collect(Collectors.toMap(Row::account, row -> named(row, places, opens)));
  }

  private List<Row> rows(Collection<Long> numbers) {
    return sql.select(ACCOUNT.ID, ACCOUNT.PERSON_NAME, ACCOUNT.PARTNER, POST.ROLE, POST.UNIT_ID)
        .distinctOn(ACCOUNT.ID)
        .from(ACCOUNT)
        .leftJoin(POST)
        .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID), POST.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), Among.these(ACCOUNT.ID, numbers))
        .orderBy(ACCOUNT.ID, POST.ENDED_ON.desc().nullsFirst(), POST.ID)
        .fetch(
            row -> new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private static Named named(Row row, Map<Integer, Unit> places, boolean opens) {
    Unit unit = row.unitId() == null ? null : places.get(row.unitId());
    return new Named(
        row.name(),
        opens && !row.partner() ? Ids.of(Account.KIND, row.account()) : null,
        Unit.nameOf(unit),
        row.role(),
        row.partner());
  }
}
