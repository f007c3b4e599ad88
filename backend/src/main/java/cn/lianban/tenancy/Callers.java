package cn.lianban.tenancy;

import cn.lianban.graphql.Admission;
import cn.lianban.graphql.Problem;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a session's account into a scope, and admits callers to root fields. */
@Component
class Callers implements Admission {
  private static final Set<String> BEFORE_PASSWORD_CHANGE =
      Set.of("viewer", "district", "passwordChange", "apiVersion", "ping");
  private static final Set<String> BEFORE_ENROLMENT =
      Set.of(
          "viewer",
          "district",
          "apiVersion",
          "ping",
          "identityConfirm",
          "totpBegin",
          "totpConfirm",
          "passkeyBegin",
          "passkeyRegister");
  private final ObjectProvider<Actor> actors;
  private final TenantScope scope;

  Callers(ObjectProvider<Actor> actors, TenantScope scope) {
    this.actors = actors;
    this.scope = scope;
  }

  /**
   * Whose session has been ended is nobody from now on, as if he had come without one.
   *
   * @throws Problem UNAUTHENTICATED when a job's account is gone or disabled
   */
  Scope resolve(ScopeFilter.Caller caller) {
    Optional<Actor.Standing> standing =
        actors.getObject().standing(caller.districtId(), caller.accountId(), caller.session());
    if (standing.isEmpty() && caller.session() != null) {
      scope.work().signOut();
      return Scope.nowhere();
    }
    scope.work().restrict(standing.orElseThrow(Problem::unauthenticated).owes());
    return standing.get().scope();
  }

  @Override
  public void admit(String field, boolean anonymous) {
    RequestWork work = scope.work();
    if (work.isSignedIn()) {
      work.scope(); // reads who it is, and whether he still is
    }
    if (!work.isSignedIn()) {
      if (!anonymous) {
        throw Problem.unauthenticated();
      }
      return;
    }
    switch (work.owed()) {
      case PASSWORD ->
          refuse(!BEFORE_PASSWORD_CHANGE.contains(field), Problem.mustChangePassword());
      case SECOND_FACTOR -> refuse(!BEFORE_ENROLMENT.contains(field), Problem.mustEnrol());
      case null -> {}
    }
  }

  private static void refuse(boolean beyond, Problem problem) {
    if (beyond) {
      throw problem;
    }
  }

  @Override
  public void finished() {
    if (scope.isBound()) {
      scope.work().finish(true);
    }
  }
}
