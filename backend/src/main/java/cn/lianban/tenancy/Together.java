package cn.lianban.tenancy;

import cn.lianban.graphql.Ahead;
import org.springframework.stereotype.Component;

/** What the readers of one request want to know, asked {@link Wanted together}. */
@Component
public class Together {
  private final TenantScope scope;

  Together(TenantScope scope) {
    this.scope = scope;
  }

  public Wanted in(Ahead.Known known) {
    return (Wanted) known.later(() -> new Wanted(scope, known));
  }
}
