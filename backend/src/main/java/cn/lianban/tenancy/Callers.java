package cn.lianban.tenancy;

import cn.lianban.graphql.Admission;
import cn.lianban.graphql.Problem;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a session's account into a scope, and admits callers to root fields. */
@Component
class Callers implements Admission {
  private static final Set<String> BEFORE_PASSWORD_CHANGE =
      Set.of("viewer", "district", "passwordChange", "apiVersion", "ping");
  private final ObjectProvider<Actor> actors;
  private final TenantScope scope;

  Callers(ObjectProvider<Actor> actors, TenantScope scope) {
    this.actors = actors;
    this.scope = scope;
  }

  Scope resolve(ScopeFilter.Caller caller) {
    Actor.Standing standing =
        actors
            .getObject()
            .standing(caller.districtId(), caller.accountId(), caller.session())
            .orElseThrow(Problem::unauthenticated);
    if (standing.mustChangePassword()) {
      scope.work().restrict();
    }
    return standing.scope();
  }

  @Override
  public void admit(String field, boolean anonymous) {
    RequestWork work = scope.work();
    if (!work.isSignedIn()) {
      if (!anonymous) {
        throw Problem.unauthenticated();
      }
      return;
    }
    work.scope();
    if (work.isRestricted() && !BEFORE_PASSWORD_CHANGE.contains(field)) {
      throw Problem.mustChangePassword();
    }
  }

  @Override
  public void finished() {
    if (scope.isBound()) {
      scope.work().finish(true);
    }
  }
}
