package cn.lianban.identity;

import cn.lianban.api.types.AccountCreateInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens accounts. An account belongs to one district: who works in two has an account, and a login
 * name, in each; neither administrator learns of the other.
 */
@Component
class AccountOpening {
  private final TenantScope scope;
  private final Posts posts;
  private final Accounts accounts;
  private final AccountQueries queries;
  private final AccountAdministration administration;
  private final Appointments appointments;
  private final Districts districts;
  private final PasswordHashes hashes;
  private final Once once;
  private final AuditTrail audit;

  AccountOpening(
      TenantScope scope,
      Posts posts,
      Accounts accounts,
      AccountQueries queries,
      AccountAdministration administration,
      Appointments appointments,
      Districts districts,
      PasswordHashes hashes,
      Once once,
      AuditTrail audit) {
    this.scope = scope;
    this.posts = posts;
    this.accounts = accounts;
    this.queries = queries;
    this.administration = administration;
    this.appointments = appointments;
    this.districts = districts;
    this.hashes = hashes;
    this.once = once;
    this.audit = audit;
  }

  /**
   * Opens an account with its first post. A replay cannot show the first answer's password again,
   * so it voids that one and issues another.
   *
   * @throws Rejected NOT_FOUND at unitId or subDistrictId, OUTSIDE_CHARGE, LOGIN_TAKEN at loginName
   *     (in whatever district), INVALID at loginName, name or mobile, THROTTLED, what {@link
   *     PostRules} refuses
   */
  AccountAdministration.Issued open(AccountCreateInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    // in a transaction of its own: no connection is held while the password is hashed
    Opening wanted = scope.write(() -> wanted(input));
    String password = FirstPassword.next();
    String hash = hashes.first(password);
    long id =
        scope.write(
            () -> {
              var done = once.run(input.getIdempotencyKey(), input, () -> create(wanted, hash));
              if (done.replayed()) {
                int version = queries.require(done.id()).version();
                administration.issue(done.id(), hash, version);
              }
              return done.id();
            });
    return new AccountAdministration.Issued(id, password);
  }

  private Opening wanted(AccountCreateInput input) {
    Role role = Role.valueOf(input.getRole().name());
    Unit unit = appointments.unit(input.getUnitId());
    Integer home = unit != null ? PostRules.placeOf(unit) : subDistrict(input.getSubDistrictId());
    PostRules.check(role, unit, home);
    if (!queries.inMyCharge(home)) {
      throw new Rejected("OUTSIDE_CHARGE", "unitId", "只能为本街道开设账号");
    }
    PersonRules.Person person =
        PersonRules.checked(input.getLoginName(), input.getName(), input.getMobile());
    return new Opening(person, role, unit == null ? null : unit.id(), home);
  }

  private @Nullable Integer subDistrict(@Nullable String id) {
    if (id == null) {
      return null;
    }
    int wanted = Ids.parseInt(SubDistrict.KIND, id);
    return districts.subDistricts().stream()
        .map(SubDistrict::id)
        .filter(known -> known == wanted)
        .findFirst()
        .orElseThrow(() -> new Rejected("NOT_FOUND", "subDistrictId", "没有这个街道"));
  }

  private long create(Opening wanted, String hash) {
    var person = wanted.person();
    long id =
        accounts
            .open(
                new Accounts.NewAccount(
                    person.loginName(), person.name(), "", wanted.home(), person.mobile()),
                hash,
                true)
            .orElseThrow(() -> new Rejected("LOGIN_TAKEN", "loginName", "登录名已被使用，请换一个"));
    posts.assign(id, wanted.role(), wanted.unitId(), wanted.home());
    audit.record(
        "account.create",
        "account:" + id,
        Map.of("role", wanted.role(), "unit", Objects.requireNonNullElse(wanted.unitId(), 0)));
    return id;
  }

  private record Opening(
      PersonRules.Person person, Role role, @Nullable Integer unitId, @Nullable Integer home) {}
}
