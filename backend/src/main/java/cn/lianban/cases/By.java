package cn.lianban.cases;

import cn.lianban.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/** Who does a step: the unit he acts for, and his account (null for jobs and imports). */
record By(int unitId, @Nullable Long accountId) {
  static By caller(Scope scope) {
    String actor = scope.actor();
    Long account =
        actor.startsWith("account:") ? Long.valueOf(actor.substring("account:".length())) : null;
    return new By(scope.unitId() == null ? -1 : scope.unitId(), account);
  }
}
