/**
 * Approvals from acceptance to delivery, handed up and back between the two levels under one number
 * and one clock. Nobody else moves a case's state.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "outbox",
      "exchange",
      "identity",
      "organisation",
      "clock",
      "catalog",
      "files"
    })
package cn.lianban.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
