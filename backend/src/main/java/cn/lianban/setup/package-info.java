/**
 * The commands of the jar: sets up a real district from public files, and the demo district of our
 * own making. Uses every room as its users do; no room knows it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "identity",
      "organisation",
      "clock",
      "catalog",
      "cases",
      "evaluation"
    })
package cn.lianban.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
