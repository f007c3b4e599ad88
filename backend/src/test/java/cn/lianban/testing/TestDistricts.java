package cn.lianban.testing;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes fresh districts through the rooms' own use cases. */
@Component
public class TestDistricts {
  public static final String PASSWORD = "Correct-horse-7";
  private static final AtomicInteger NEXT =
      new AtomicInteger(900_000 + (int) (System.nanoTime() % 50_000));
  private final String hash;
  private final Districts districts;
  private final Units units;
  private final Accounts accounts;
  private final Posts posts;
  private final TenantScope scope;

  TestDistricts(
      Districts districts, Units units, Accounts accounts, Posts posts, TenantScope scope) {
    this.hash = accounts.hash(PASSWORD); // once: a hash is slow by design
    this.districts = districts;
    this.units = units;
    this.accounts = accounts;
    this.posts = posts;
    this.scope = scope;
  }

  public TestDistrict fresh() {
    String code = Integer.toString(NEXT.incrementAndGet());
    int id = districts.open(code, "测试区" + code);
    return in(id, () -> scope.write(() -> fill(id, code)));
  }

  /** Work inside a district under reach ALL, as tests and imports do it. */
  public <T> T in(int district, Supplier<T> work) {
    return scope.inDistrict(district, Reach.ALL, "job:test", work);
  }

  /** One more person of the district level, beside its units. */
  public void person(TestDistrict district, String name, Role role) {
    in(
        district.id(),
        () -> {
          scope.write(() -> person(name, district.code(), role, null, null));
          return true;
        });
  }

  private TestDistrict fill(int id, String code) {
    int east = districts.addSubDistrict(code + "001", "城东街道");
    int west = districts.addSubDistrict(code + "002", "城西街道");
    int eastOffice = units.create(UnitKind.SUB_DISTRICT_OFFICE, "城东街道便民服务中心", east);
    int westOffice = units.create(UnitKind.SUB_DISTRICT_OFFICE, "城西街道便民服务中心", west);
    int civil = units.create(UnitKind.DEPARTMENT, "区民政局", null);
    int transport = units.create(UnitKind.DEPARTMENT, "区交通运输局", null);
    person("clerk@east", code, Role.WINDOW_CLERK, eastOffice, east);
    person("clerk@west", code, Role.WINDOW_CLERK, westOffice, west);
    person("admin@east", code, Role.SUB_DISTRICT_ADMIN, eastOffice, east);
    person("officer@civil", code, Role.DEPARTMENT_OFFICER, civil, null);
    person("head@civil", code, Role.DEPARTMENT_HEAD, civil, null);
    person("officer@transport", code, Role.DEPARTMENT_OFFICER, transport, null);
    person("legal", code, Role.LEGAL_REVIEWER, null, null);
    person("admin", code, Role.DISTRICT_ADMIN, null, null);
    person("supervisor", code, Role.SUPERVISOR, null, null);
    person("leader", code, Role.LEADER, null, null);
    person("auditor", code, Role.AUDITOR, null, null);
    return new TestDistrict(
        id,
        code,
        Map.of("east", eastOffice, "west", westOffice, "civil", civil, "transport", transport),
        Map.of("east", east, "west", west));
  }

  private void person(String name, String code, Role role, Integer unit, Integer subDistrict) {
    long account =
        accounts.create(
            new Accounts.NewAccount(name + "." + code, "测试员" + name, PASSWORD, subDistrict),
            hash,
            false);
    posts.assign(account, role, unit, subDistrict);
  }
}
