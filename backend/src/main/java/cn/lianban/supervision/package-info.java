/**
 * The board: what every unit owes by light, and how satisfied people are, as figures that open the
 * records they are made of. Counts the clocks, ratings and cases of other rooms, keeps nothing.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "outbox",
      "exchange",
      "files",
      "identity",
      "organisation",
      "clock",
      "catalog",
      "cases",
      "evaluation"
    })
package cn.lianban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
