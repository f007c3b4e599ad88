package cn.lianban.partners;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.People;
import cn.lianban.tenancy.Actor;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** Who signs in at an application, asked before there is a request's scope. */
@Component
class ApplicationUsers {
  private static final Pattern PRINCIPAL = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
  private final TenantScope scope;
  private final Actor actors;
  private final Districts districts;
  private final People people;
  private final Units units;

  ApplicationUsers(
      TenantScope scope, Actor actors, Districts districts, People people, Units units) {
    this.scope = scope;
    this.actors = actors;
    this.districts = districts;
    this.people = people;
    this.units = units;
  }

  record Who(int district, long account) {
    /** Of a session's principal, {@code district:account}. */
    static Optional<Who> of(@Nullable String principal) {
      Matcher parts = PRINCIPAL.matcher(principal == null ? "" : principal);
      return parts.matches()
          ? Optional.of(new Who(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
          : Optional.empty();
    }

    String principal() {
      return district + ":" + account;
    }

    String actor() {
      return "account:" + account;
    }
  }

  /**
   * False: the account is disabled, the session has been ended, or something is owed first (a new
   * password, a second factor).
   */
  boolean stands(Who who, @Nullable String session) {
    return scope.inDistrict(
        who.district(),
        Reach.ALL,
        who.actor(),
        () ->
            actors
                .standing(who.district(), who.account(), session)
                .filter(standing -> standing.owes() == null)
                .isPresent());
  }

  /**
   * What an application is told: {@code sub}, the same for ever and in no two districts, and the
   * district's code; with scope {@code profile} the name, the roles and the first post's unit.
   */
  Map<String, Object> claims(Who who, Set<String> scopes) {
    return scope.inDistrict(
        who.district(),
        Reach.ALL,
        who.actor(),
        () -> read(who, scopes.contains(OidcScopes.PROFILE)));
  }

  private Map<String, Object> read(Who who, boolean profile) {
    String code = districts.current().map(District::code).orElse("000000");
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", code + "-" + Ids.of("Account", who.account()));
    claims.put("district", code);
    if (profile) {
      people.find(who.account()).ifPresent(person -> claims.put("name", person.name()));
      Optional<Scope> held =
          actors.standing(who.district(), who.account(), null).map(Actor.Standing::scope);
      held.ifPresent(one -> claims.put("roles", new TreeSet<>(one.roles()).stream().toList()));
      held.map(Scope::unitId)
          .flatMap(units::find)
          .map(Unit::name)
          .ifPresent(name -> claims.put("unit", name));
    }
    return claims;
  }
}
